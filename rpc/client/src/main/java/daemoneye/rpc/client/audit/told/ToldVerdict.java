package daemoneye.rpc.client.audit.told;

import daemoneye.rpc.client.audit.read.Fault;

import java.util.List;
import java.util.Optional;

/// What verifying told entries of one log brought to light. It speaks of what was told, never of
/// the files.
///
/// @param process whose log it is
/// @param entries that were checked and are right
/// @param first number among them; 0 if there is none
/// @param last number among them
/// @param bad the first one that is wrong
/// @param missing numbers between the first and the last that were not told
/// @param unknown entries of a kind that is not known here, and cannot be checked
public record ToldVerdict(
        String process,
        long entries,
        long first,
        long last,
        Optional<Bad> bad,
        List<Span> missing,
        long unknown) {
    /// A told entry that is wrong.
    public record Bad(long sequence, Fault fault) {}

    /// Numbers from the first to the last.
    public record Span(long first, long last) {
        /// How many.
        public long count() {
            return last - first + 1;
        }
    }

    public ToldVerdict {
        missing = List.copyOf(missing);
    }

    /// Whether everything from the first to the last was told, and is right.
    public boolean whole() {
        return bad.isEmpty() && missing.isEmpty() && unknown == 0;
    }
}
