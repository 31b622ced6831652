package daemoneye.rpc.client.serve;

import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.RpcRequest;

import java.time.Duration;

/// A request at its responder.
public interface ServedRequest {
    RpcRequest request();

    /// What it belongs to; pass its child on to calls made for it.
    CorrelationMetadata correlation();

    /// Who asks, as the broker stamped it: `name#session/role`;
    /// [daemoneye.rpc.protocol.message.Sender] takes it apart.
    String sender();

    /// Time left, by the monotonic clock; zero or less when it is over.
    Duration remaining();

    /// Tells the caller of a step; for everything that takes longer than a second.
    void progress(Step step);

    /// The same, with nothing but words.
    ///
    /// @param step for people, e.g. "waiting for the first heartbeat"
    default void progress(String step) {
        progress(Step.of(step));
    }

    /// The handler is about to do what cannot be taken back. To be called before the first effect
    /// of an operation that changes something: until then the call can be cancelled and ends
    /// without effect, from then on it goes on to its end. Calling it again does nothing.
    ///
    /// @return true to go on; false if the call was cancelled or its time is over: the handler must
    ///     return without effect, and what it returns does not matter
    boolean commit();
}
