package daemoneye.rpc.client.call;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.Topic;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// The everyday calls by name, each to the topic that answers it and with the operation's standard
/// timeout. Safe from any thread; see [RpcCaller] for how they end.
public final class Calls {
    private final RpcCaller caller;
    private final String clientId;
    private final Ticker ticker;

    /// @param clientId who calls, for the responder's records
    public Calls(RpcCaller caller, String clientId, Ticker ticker) {
        this.caller = caller;
        this.clientId = clientId;
        this.ticker = ticker;
    }

    public CompletableFuture<CallOutcome> start(CollectorId id, Consumer<RpcResponse> onProgress) {
        return lifecycle(CollectorOperation.START, id, onProgress);
    }

    public CompletableFuture<CallOutcome> stop(CollectorId id, Consumer<RpcResponse> onProgress) {
        return lifecycle(CollectorOperation.STOP, id, onProgress);
    }

    public CompletableFuture<CallOutcome> restart(
            CollectorId id, Consumer<RpcResponse> onProgress) {
        return lifecycle(CollectorOperation.RESTART, id, onProgress);
    }

    public CompletableFuture<CallOutcome> pause(CollectorId id) {
        return lifecycle(CollectorOperation.PAUSE, id, progress -> {});
    }

    public CompletableFuture<CallOutcome> resume(CollectorId id) {
        return lifecycle(CollectorOperation.RESUME, id, progress -> {});
    }

    /// Done carries [daemoneye.rpc.protocol.payload.HealthCheckData].
    public CompletableFuture<CallOutcome> healthCheck(CollectorId id) {
        return ask(CollectorOperation.HEALTH_CHECK, CollectorTopics.heartbeat(id));
    }

    /// Done carries [daemoneye.rpc.protocol.payload.CapabilitiesData].
    public CompletableFuture<CallOutcome> capabilities(CollectorId id) {
        return ask(CollectorOperation.GET_CAPABILITIES, CollectorTopics.lifecycle(id));
    }

    /// Done carries [daemoneye.rpc.protocol.payload.GenericPayload].
    public CompletableFuture<CallOutcome> getConfig(CollectorId id) {
        return ask(CollectorOperation.GET_CONFIG, CollectorTopics.config(id));
    }

    /// One outcome per agent; Done carries [daemoneye.rpc.protocol.payload.CollectorListing].
    public CompletableFuture<List<CallOutcome>> listCollectors() {
        return caller.callEveryone(
                request(
                        CollectorOperation.LIST_COLLECTORS,
                        CollectorTopics.LIFECYCLE_BROADCAST,
                        new EmptyPayload()));
    }

    /// Start, Stop, Restart, Pause or Resume of a collector that its agent knows.
    public CompletableFuture<CallOutcome> lifecycle(
            CollectorOperation operation, CollectorId id, Consumer<RpcResponse> onProgress) {
        var payload = CollectorLifecycleRequest.of(id);
        return caller.call(request(operation, CollectorTopics.lifecycle(id), payload), onProgress);
    }

    /// Any request with a fresh id and the operation's standard timeout.
    public RpcRequest request(CollectorOperation operation, Topic target, RpcPayload payload) {
        return RpcRequest.of(
                clientId, target, operation, payload, operation.timeout().standard(), ticker.now());
    }

    private CompletableFuture<CallOutcome> ask(CollectorOperation operation, Topic target) {
        return caller.call(request(operation, target, new EmptyPayload()));
    }
}
