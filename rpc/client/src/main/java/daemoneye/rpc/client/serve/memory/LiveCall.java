package daemoneye.rpc.client.serve.memory;

import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.transport.bus.ReplyRoute;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/// A call that has not ended. Safe from any thread; nothing blocks.
public interface LiveCall {
    /// Another caller of the same request wants to hear how it goes on and ends. If it has ended
    /// meanwhile, the answer is given at once.
    ///
    /// @return false if too many wait for it already
    boolean join(ReplyRoute route);

    /// How far it has come.
    Progress progress();

    /// Stops it unless it is past its commit point.
    ///
    /// @param by who wants that, for people
    /// @return completes, never exceptionally, when it is known how the call ended; at once with
    ///     an empty value if it cannot be stopped any more and goes on
    CompletableFuture<Optional<RpcStatus>> cancel(String by);

    /// How far a call has come.
    ///
    /// @param committed past the point of no return
    /// @param step what its handler said last
    /// @param startedNanos when its handler began, by the service's ticker
    record Progress(
            CallState state, boolean committed, Optional<String> step, OptionalLong startedNanos) {}
}
