package daemoneye.app.audit;

import java.util.List;

/// What the check of told entries brought to light, in words.
///
/// @param headline one sentence
/// @param logs one line each, the worst first
/// @param limits what was not and cannot be checked from here
public record AuditVerdict(Level level, String headline, List<LogLine> logs, String limits) {
    /// How bad it is.
    public enum Level {
        /// An entry is wrong.
        BROKEN,
        /// Nothing is wrong, but not everything could be checked.
        PARTIAL,
        /// Everything that was told is right.
        WHOLE,
        /// There was nothing to check.
        NOTHING
    }

    /// One log.
    public record LogLine(Level level, String log, String text) {}

    public AuditVerdict {
        logs = List.copyOf(logs);
    }
}
