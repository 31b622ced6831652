package daemoneye.rpc.agent.fake;

import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.payload.RpcPayload;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/// Remembers what was asked, and answers as it is told to; at first nobody is there.
public final class FakeCaller implements RpcCaller {
    public final List<RpcRequest> asked = new CopyOnWriteArrayList<>();
    public final List<CorrelationMetadata> causes = new CopyOnWriteArrayList<>();
    public volatile Function<RpcRequest, CallOutcome> answer = request -> nobody();

    /// Whether it keeps quiet instead.
    public volatile boolean silent;

    public static CallOutcome done(RpcRequest request, Optional<RpcPayload> payload) {
        var response =
                new RpcResponse(
                        request.requestId(),
                        "procmond",
                        RpcStatus.SUCCESS,
                        payload,
                        0,
                        0,
                        Instant.EPOCH,
                        Optional.empty());
        return new CallOutcome.Done(response, Duration.ZERO);
    }

    public static CallOutcome nobody() {
        return new CallOutcome.Failed(
                RpcStatus.UNAVAILABLE,
                RpcError.notExecuted(ErrorCode.NO_RESPONDER, "nobody answers"),
                Duration.ZERO);
    }

    @Override
    public CompletableFuture<CallOutcome> call(
            RpcRequest request, Consumer<RpcResponse> onProgress) {
        asked.add(request);
        return silent
                ? new CompletableFuture<>()
                : CompletableFuture.completedFuture(answer.apply(request));
    }

    @Override
    public CompletableFuture<List<CallOutcome>> callEveryone(RpcRequest request) {
        return call(request, progress -> {}).thenApply(List::of);
    }

    @Override
    public RpcCaller within(CorrelationMetadata served) {
        causes.add(served);
        return this;
    }
}
