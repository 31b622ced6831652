package daemoneye.rpc.client.audit.format;

import daemoneye.rpc.protocol.operation.CollectorOperation;

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

    /// Whether it tells of more than a read that succeeded: of a call that changes something, of a
    /// failure, or of the log itself.
    public boolean isNews() {
        return switch (facts) {
            case AuditFacts.Header _ -> false;
            case AuditFacts.Note _, AuditFacts.Intent _ -> true;
            case AuditFacts.Outcome(var call, var result) ->
                    result.failed() || changes(call.action());
        };
    }

    private static boolean changes(String action) {
        return CollectorOperation.named(action.substring(action.indexOf('.') + 1))
                .filter(operation -> !operation.changes())
                .isEmpty();
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
