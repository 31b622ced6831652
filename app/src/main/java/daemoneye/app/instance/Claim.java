package daemoneye.app.instance;

/// What came of the claim to be the one console of a place.
public sealed interface Claim {
    /// It is; keep it until the window has closed.
    record First(FirstWindow window) implements Claim {}

    /// Another one runs.
    ///
    /// @param shown whether that one has come to the front
    /// @param pid of that one, or empty text if it does not say
    record Second(boolean shown, String pid) implements Claim {}

    /// Nobody can tell: nothing can be written here. A window is better than none.
    record Unclear() implements Claim {}
}
