package daemoneye.rpc.client.audit.format;

import java.util.Optional;

/// What one entry of an audit log tells.
public sealed interface AuditFacts {
    /// The version of the format that is written here.
    int FORMAT = 1;

    /// The first entry of each segment.
    ///
    /// @param process whose log it is: the id of an agent or a collector
    /// @param log 32 hex digits drawn when the log was begun; the same in all its segments
    /// @param segment from 1
    record Header(int format, String process, String log, int segment) implements AuditFacts {}

    /// A call that changes something is about to be dispatched.
    record Intent(CallFacts call) implements AuditFacts {}

    /// A call is over, or was refused.
    record Outcome(CallFacts call, CallResult result) implements AuditFacts {}

    /// Something about the log itself.
    ///
    /// @param count of what the kind says
    /// @param message for people
    record Note(NoteKind kind, long count, String message) implements AuditFacts {}

    /// Who asked for what. The payload itself is never kept.
    ///
    /// @param actor as the broker stamped it, `name#session/role`
    /// @param clientId as the caller calls itself
    /// @param action `rpc.` and the operation's name in the design
    /// @param target the topic
    /// @param payloadHash BLAKE3 of the request's bytes as they travelled, 64 hex digits
    /// @param reason what the caller gave as its reason
    record CallFacts(
            String actor,
            String clientId,
            String action,
            String target,
            String payloadHash,
            long payloadBytes,
            String correlationId,
            Optional<String> reason) {}

    /// How a call ended.
    ///
    /// @param status e.g. `success`
    /// @param errorCode e.g. `COLLECTOR_BUSY`; empty for a success
    /// @param certainty whether it had an effect; empty for a success
    /// @param micros from its start to its end, microseconds, monotonic; zero if it was refused
    record CallResult(
            String status, Optional<String> errorCode, Optional<String> certainty, long micros) {
        public boolean failed() {
            return !status.equals("success");
        }
    }
}
