package daemoneye.rpc.client.serve;

import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;

import java.util.Optional;

/// Answers requests; called on a virtual thread of its own, so it may block (but see
/// [#isImmediate(CollectorOperation)]). It should give up when
/// the call's time is over, which is also enforced around it: the caller is then told of a timeout.
@FunctionalInterface
public interface RequestHandler {
    /// @throws InterruptedException when the time is over
    Answer handle(ServedRequest call) throws InterruptedException;

    /// Why this request cannot be answered here at all, e.g. because its operation is not offered.
    /// Asked first, on the loop thread: must not block.
    default Optional<RpcError> refusal(RpcRequest request) {
        return Optional.empty();
    }

    /// Whether `operation` is over in a moment and must come through while long ones are at work:
    /// then it gets a place among those of its kind (see [RpcService]).
    default boolean isPrompt(CollectorOperation operation) {
        return false;
    }

    /// Whether `operation` only reads what is in memory, and is answered in less time than handing
    /// it over would take. Then it is handled on the loop thread, like `refusal`: it must not
    /// block, and nobody can cancel it.
    default boolean isImmediate(CollectorOperation operation) {
        return false;
    }
}
