package daemoneye.rpc.client.audit.format;

import java.time.Instant;
import java.util.Optional;

/// One entry as it stands in a log.
///
/// @param sequence from 1, without gaps; this is the order, not the time
/// @param time by the writer's wall clock
/// @param previous own hash of the entry before, 64 hex digits; zeros in the first one
/// @param hash its own
public record AuditEntry(
        long sequence, Instant time, AuditFacts facts, String previous, String hash) {
    /// The call it tells of; empty for a header or a note.
    public Optional<AuditFacts.CallFacts> call() {
        return switch (facts) {
            case AuditFacts.Intent(var call) -> Optional.of(call);
            case AuditFacts.Outcome(var call, _) -> Optional.of(call);
            case AuditFacts.Header _, AuditFacts.Note _ -> Optional.empty();
        };
    }

    /// `header`, `intent`, `outcome` or `note`.
    public String phase() {
        return switch (facts) {
            case AuditFacts.Header _ -> "header";
            case AuditFacts.Intent _ -> "intent";
            case AuditFacts.Outcome _ -> "outcome";
            case AuditFacts.Note _ -> "note";
        };
    }
}
