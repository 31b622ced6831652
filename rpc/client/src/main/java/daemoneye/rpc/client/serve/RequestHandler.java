package daemoneye.rpc.client.serve;

import daemoneye.rpc.protocol.operation.CollectorOperation;

/// Answers requests; called on a virtual thread of its own, so it may block. It should give up when
/// the call's time is over, which is also enforced around it: the caller is then told of a timeout.
@FunctionalInterface
public interface RequestHandler {
    /// @throws InterruptedException when the time is over
    Answer handle(ServedRequest call) throws InterruptedException;

    /// Whether `operation` is over in a moment and must come through while long ones are at work:
    /// then it gets a place among those of its kind (see [RpcService]).
    default boolean isPrompt(CollectorOperation operation) {
        return false;
    }
}
