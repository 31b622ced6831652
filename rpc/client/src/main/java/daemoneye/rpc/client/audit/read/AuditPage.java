package daemoneye.rpc.client.audit.read;

import java.util.List;
import java.util.OptionalLong;

/// Entries of several logs, newest first.
///
/// @param next what to ask for as `before` to see older ones; empty if there are none
/// @param unreadable lines that were passed over because they are no entries
public record AuditPage(List<AuditHit> hits, OptionalLong next, long unreadable) {
    public AuditPage {
        hits = List.copyOf(hits);
    }
}
