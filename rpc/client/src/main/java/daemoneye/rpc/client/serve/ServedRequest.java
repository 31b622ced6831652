package daemoneye.rpc.client.serve;

import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.RpcRequest;

import java.time.Duration;

/// A request at its responder.
public interface ServedRequest {
    RpcRequest request();

    /// What it belongs to; pass its child on to calls made for it.
    CorrelationMetadata correlation();

    /// Who asks, as the broker stamped it: `name#session`.
    String sender();

    /// Time left, by the monotonic clock; zero or less when it is over.
    Duration remaining();

    /// Tells the caller of a step; for everything that takes longer than a second.
    ///
    /// @param step for people, e.g. "waiting for the first heartbeat"
    void progress(String step);
}
