package daemoneye.rpc.client.call;

import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Asks and waits for answers, with deadlines and correlation. Safe from any thread; nothing
/// blocks; futures complete on a loop thread, never exceptionally.
public interface RpcCaller {
    /// One call to one responder.
    default CompletableFuture<CallOutcome> call(RpcRequest request) {
        return call(request, progress -> {});
    }

    /// One call to one responder, with its reports of progress on the way.
    CompletableFuture<CallOutcome> call(RpcRequest request, Consumer<RpcResponse> onProgress);

    /// One call to every responder of the topic. Complete when all have answered or the deadline
    /// has passed; empty if there is none.
    CompletableFuture<List<CallOutcome>> callEveryone(RpcRequest request);

    /// The same caller for calls that serve another: they are its children. A caller that keeps no
    /// correlation is its own.
    ///
    /// @param served of the request that is being served
    default RpcCaller within(CorrelationMetadata served) {
        return this;
    }
}
