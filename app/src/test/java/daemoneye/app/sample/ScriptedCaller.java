package daemoneye.app.sample;

import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/// Remembers what was asked; a test ends each call as it likes.
public final class ScriptedCaller implements RpcCaller {
    /// A call that waits for its end.
    public record Asked(
            RpcRequest request,
            Consumer<RpcResponse> onProgress,
            CompletableFuture<CallOutcome> outcome) {}

    private final List<Asked> asked = new ArrayList<>();
    private final List<RpcRequest> askedEveryone = new ArrayList<>();
    private Function<RpcRequest, CompletableFuture<List<CallOutcome>>> everyone =
            _ -> CompletableFuture.completedFuture(List.of());

    @Override
    public CompletableFuture<CallOutcome> call(
            RpcRequest request, Consumer<RpcResponse> onProgress) {
        var told = new AtomicReference<>(onProgress);
        var call =
                new Asked(request, report -> told.get().accept(report), new CompletableFuture<>());
        asked.add(call);
        // As a real one, it tells nothing after the end, and holds nobody who waited for it.
        var _ = call.outcome().whenComplete((_, _) -> told.set(_ -> {}));
        return call.outcome();
    }

    @Override
    public CompletableFuture<List<CallOutcome>> callEveryone(RpcRequest request) {
        askedEveryone.add(request);
        return everyone.apply(request);
    }

    /// From now on this is what everyone says.
    public void everyone(Function<RpcRequest, CompletableFuture<List<CallOutcome>>> answers) {
        everyone = answers;
    }

    /// Everything that everyone was asked so far, in order.
    public List<RpcRequest> askedEveryone() {
        return List.copyOf(askedEveryone);
    }

    /// Everything asked so far, in order.
    public List<Asked> asked() {
        return List.copyOf(asked);
    }
}
