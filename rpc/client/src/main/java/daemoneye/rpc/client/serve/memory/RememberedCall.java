package daemoneye.rpc.client.serve.memory;

import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.operation.CollectorOperation;

import java.util.Optional;
import java.util.OptionalLong;

/// One call in a [CallMemory], which guards it. With the answer to a plain Start 400
/// bytes in all, measured.
public final class RememberedCall {
    final String sender;
    final RequestId id;
    private final CollectorOperation operation;
    private final Optional<Fingerprint> content;
    private KnownCall known;
    private long keptSinceNanos;

    /// @param content empty if nobody knows: then the operation alone is compared
    RememberedCall(String sender, RequestId id, Optional<Fingerprint> content, KnownCall known) {
        this.sender = sender;
        this.id = id;
        this.operation = known.operation();
        this.content = content;
        this.known = known;
    }

    KnownCall known() {
        return known;
    }

    CollectorOperation operation() {
        return operation;
    }

    void end(CallState state, byte[] answer, OptionalLong startedNanos, long endedNanos) {
        known =
                new KnownCall.Over(
                        operation, state, answer, startedNanos, OptionalLong.of(endedNanos));
    }

    int answerBytes() {
        return known instanceof KnownCall.Over over ? over.answer().length : 0;
    }

    /// From now on its time runs.
    void keptSince(long nanos) {
        keptSinceNanos = nanos;
    }

    long keptSince() {
        return keptSinceNanos;
    }

    /// Whether nothing but the id's second coming is known of a difference.
    boolean asksForTheSameAs(RememberedCall other) {
        return operation == other.operation && (content.isEmpty() || content.equals(other.content));
    }
}
