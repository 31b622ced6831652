package daemoneye.rpc.client.audit.read;

import java.util.List;
import java.util.Optional;

/// What verifying one log brought to light.
///
/// @param process whose log it is
/// @param files that were looked at
/// @param entries that are right, up to the first bad one
/// @param lastSequence of them; 0 if there is none
/// @param bad the first bad entry
/// @param remarks what is no proof of anything, but worth knowing
public record LogVerdict(
        String process,
        int files,
        long entries,
        long lastSequence,
        Optional<BadEntry> bad,
        List<String> remarks) {
    public LogVerdict {
        remarks = List.copyOf(remarks);
    }

    /// Whether every entry is right.
    public boolean intact() {
        return bad.isEmpty();
    }
}
