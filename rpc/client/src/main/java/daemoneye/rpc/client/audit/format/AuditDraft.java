package daemoneye.rpc.client.audit.format;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What shall become an entry, before it has its place in the chain.
///
/// @param time in microseconds, as logs have it
/// @param changes whether it tells of a call that changes something
public record AuditDraft(Instant time, AuditFacts facts, boolean changes) {
    public AuditDraft {
        time = time.truncatedTo(ChronoUnit.MICROS);
    }
}
