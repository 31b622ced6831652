package daemoneye.app.config.apply;

/// One step of a change that is under way.
///
/// @param detail what there is to say of it; may be empty
public record RunStep(Mark mark, String name, String detail) {
    /// How it stands.
    public enum Mark {
        RUNNING,
        DONE,
        WARNING,
        FAILED,
        /// Nobody knows.
        UNKNOWN
    }
}
