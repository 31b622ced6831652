package daemoneye.app.about;

/// Somebody else's work that is in this program.
///
/// @param name as the build knows it, e.g. `org.slf4j:slf4j-api`
/// @param version empty text for what has none
/// @param licence by its SPDX name
public record Library(String name, String version, String licence) {
    /// One line for people.
    String line() {
        return (name + " " + version).strip() + " (" + licence + ")";
    }
}
