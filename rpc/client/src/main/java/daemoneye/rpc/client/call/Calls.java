package daemoneye.rpc.client.call;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.payload.TaskRequest;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// The everyday calls by name, each to the topic that answers it and with the operation's standard
/// timeout. Safe from any thread; see [RpcCaller] for how they end.
public final class Calls {
    private static final String REQUEST_ID = "request_id";

    /// What a shutdown takes beside the cleanup: killing, if it must be, and the report.
    private static final Duration FOR_THE_END = Duration.ofSeconds(10);

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

    /// An old version; Done carries [daemoneye.rpc.protocol.payload.GenericPayload].
    public CompletableFuture<CallOutcome> getConfig(CollectorId id, long version) {
        return askWith(
                CollectorOperation.GET_CONFIG,
                CollectorTopics.config(id),
                "version",
                ConfigValue.of(version));
    }

    /// Who changed what, when and why: the newest `versions` of them.
    public CompletableFuture<CallOutcome> configHistory(CollectorId id, int versions) {
        return askWith(
                CollectorOperation.GET_CONFIG,
                CollectorTopics.config(id),
                "history",
                ConfigValue.of(versions));
    }

    /// Changes, checks or takes back settings. Done says per key what became of it. With a restart
    /// the call may take as long as such calls ever may.
    public CompletableFuture<CallOutcome> updateConfig(
            ConfigUpdateRequest changes, Consumer<RpcResponse> onProgress) {
        var operation = CollectorOperation.UPDATE_CONFIG;
        var bounds = operation.timeout();
        var time = changes.restartRequired() ? bounds.most() : bounds.standard();
        var target = CollectorTopics.config(changes.collectorId());
        return caller.call(request(operation, target, changes, time), onProgress);
    }

    /// Ends a collector with its cleanup. The call may take as long as the cleanup, and what is
    /// left of the standard time besides.
    ///
    /// @param cleanup time for it
    /// @param thenForce whether it is ended by force if it takes longer
    public CompletableFuture<CallOutcome> gracefulShutdown(
            CollectorId id,
            Duration cleanup,
            boolean thenForce,
            String reason,
            Consumer<RpcResponse> onProgress) {
        var payload =
                new ShutdownRequest(
                        id,
                        ShutdownType.GRACEFUL,
                        cleanup.toMillis(),
                        thenForce,
                        Optional.of(reason),
                        Optional.empty());
        var operation = CollectorOperation.GRACEFUL_SHUTDOWN;
        var time = operation.timeout().clamp(cleanup.plus(FOR_THE_END));
        return caller.call(
                request(operation, CollectorTopics.shutdown(id), payload, time), onProgress);
    }

    /// Kills the process, whatever is lost.
    ///
    /// @param only the life that is meant: its successor is never hit
    public CompletableFuture<CallOutcome> forceShutdown(
            CollectorId id, Incarnation only, String reason) {
        var payload =
                new ShutdownRequest(
                        id,
                        ShutdownType.EMERGENCY,
                        0,
                        true,
                        Optional.of(reason),
                        Optional.of(only));
        return caller.call(
                request(CollectorOperation.FORCE_SHUTDOWN, CollectorTopics.shutdown(id), payload));
    }

    /// Has a collector do something once, e.g. `scan-now`.
    public CompletableFuture<CallOutcome> executeTask(
            CollectorId id,
            String taskType,
            Map<String, ConfigValue> parameters,
            Consumer<RpcResponse> onProgress) {
        var payload = new TaskRequest(id, taskType, parameters);
        return caller.call(
                request(CollectorOperation.EXECUTE_TASK, CollectorTopics.task(id), payload),
                onProgress);
    }

    /// Asks the responder what became of a request whose outcome is unknown: the way to certainty
    /// for operations that must never be repeated.
    ///
    /// @param target where the request went
    public CompletableFuture<CallOutcome> whatBecameOf(RequestId id, Topic target) {
        return askWith(
                CollectorOperation.QUERY_OUTCOME,
                target,
                REQUEST_ID,
                ConfigValue.of(id.toString()));
    }

    /// Stops a request that has not reached its point of no return.
    ///
    /// @param target where the request went
    public CompletableFuture<CallOutcome> cancel(RequestId id, Topic target) {
        return askWith(
                CollectorOperation.CANCEL, target, REQUEST_ID, ConfigValue.of(id.toString()));
    }

    /// What agents have on record, one outcome each.
    ///
    /// @param filter any of `limit`, `before`, `collector_id`, `operation`, `failures_only`
    public CompletableFuture<List<CallOutcome>> queryAudit(Map<String, ConfigValue> filter) {
        return caller.callEveryone(
                request(
                        CollectorOperation.QUERY_AUDIT,
                        CollectorTopics.LIFECYCLE_BROADCAST,
                        new GenericPayload(filter)));
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
        return request(operation, target, payload, operation.timeout().standard());
    }

    private RpcRequest request(
            CollectorOperation operation, Topic target, RpcPayload payload, Duration time) {
        return RpcRequest.of(clientId, target, operation, payload, time, ticker.now());
    }

    private CompletableFuture<CallOutcome> askWith(
            CollectorOperation operation, Topic target, String name, ConfigValue value) {
        return caller.call(request(operation, target, new GenericPayload(Map.of(name, value))));
    }

    private CompletableFuture<CallOutcome> ask(CollectorOperation operation, Topic target) {
        return caller.call(request(operation, target, new EmptyPayload()));
    }
}
