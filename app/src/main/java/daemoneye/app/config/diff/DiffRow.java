package daemoneye.app.config.diff;

/// One row of a comparison.
///
/// @param leftNumber from 1; 0 where the left text has no line
/// @param rightNumber from 1; 0 where the right text has no line
/// @param change the number of the change it belongs to, from 1; 0 if it is unchanged
public record DiffRow(
        Kind kind, int leftNumber, String left, int rightNumber, String right, int change) {
    /// What happened to a line.
    public enum Kind {
        SAME,
        CHANGED,
        ADDED,
        REMOVED,
        /// Stands for unchanged lines that are not shown: `left` says how many.
        FOLDED
    }
}
