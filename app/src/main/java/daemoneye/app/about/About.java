package daemoneye.app.about;

import java.util.List;
import java.util.stream.Collectors;

/// What this program is.
///
/// @param version of DaemonEye; `development` when run from class files
/// @param build the jar and the Java that built it
/// @param java name and version of the runtime
/// @param javaFx its version
/// @param system name, version and processor of the operating system
/// @param libraries of other people, by name
public record About(
        String version,
        String build,
        String java,
        String javaFx,
        String system,
        List<Library> libraries) {
    public About {
        libraries = List.copyOf(libraries);
    }

    /// For a message to somebody else: a line for each fact, then one for each library.
    public String text() {
        return """
        DaemonEye Console %s
        Build: %s
        Java: %s
        JavaFX: %s
        System: %s

        %s
        """
                .formatted(
                        version,
                        build,
                        java,
                        javaFx,
                        system,
                        libraries.stream().map(Library::line).collect(Collectors.joining("\n")));
    }
}
