package daemoneye.app.shutdown;

/// One line of the progress: a phase, or a task below the phase of cleanup.
///
/// @param detail what there is to say of it, a time perhaps
public record ProgressLine(Mark mark, String name, String detail, boolean task) {
    /// How it stands.
    public enum Mark {
        PENDING,
        RUNNING,
        DONE,
        /// Reached, but not as hoped.
        FORCED,
        FAILED
    }
}
