package daemoneye.rpc.collector.lifecycle;

import static daemoneye.rpc.protocol.operation.CollectorOperation.EXECUTE_TASK;
import static daemoneye.rpc.protocol.operation.CollectorOperation.GET_CAPABILITIES;
import static daemoneye.rpc.protocol.operation.CollectorOperation.GET_CONFIG;
import static daemoneye.rpc.protocol.operation.CollectorOperation.GRACEFUL_SHUTDOWN;
import static daemoneye.rpc.protocol.operation.CollectorOperation.HEALTH_CHECK;
import static daemoneye.rpc.protocol.operation.CollectorOperation.PAUSE;
import static daemoneye.rpc.protocol.operation.CollectorOperation.RESUME;
import static daemoneye.rpc.protocol.operation.CollectorOperation.UPDATE_CONFIG;

import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.OperationTable;
import daemoneye.rpc.client.serve.RequestHandler;
import daemoneye.rpc.client.serve.RpcService;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Answers what a running collector answers itself:
///
/// ```
/// control.health.heartbeat.{id}    HealthCheck
/// control.collector.config.{id}    GetConfig, and UpdateConfig if it has no agent: for as long as
///                                  no agent answers there
/// control.collector.task.{id}      Pause Resume GetCapabilities GetConfig UpdateConfig
///                                  GracefulShutdown (relayed by the agent), ExecuteTask
/// ```
final class RequestDesk {
    /// All of it, as GetCapabilities tells.
    static final List<CollectorOperation> OPERATIONS =
            List.of(
                    HEALTH_CHECK,
                    GET_CONFIG,
                    UPDATE_CONFIG,
                    GET_CAPABILITIES,
                    PAUSE,
                    RESUME,
                    GRACEFUL_SHUTDOWN,
                    EXECUTE_TASK);

    private final CollectorSpec spec;
    private final Fences fences;

    RequestDesk(CollectorSpec spec) {
        this.spec = spec;
        this.fences = new Fences(spec);
    }

    /// Opens the desk.
    ///
    /// @param health the answer to HealthCheck
    /// @param capabilities the answer to GetCapabilities
    /// @param pausing told true to pause, false to resume
    /// @param configs answers GetConfig and UpdateConfig
    /// @param shutdown answers GracefulShutdown
    /// @param tasks answers ExecuteTask
    void open(
            RpcService service,
            Supplier<RpcPayload> health,
            RpcPayload capabilities,
            Consumer<Boolean> pausing,
            ConfigDesk configs,
            RequestHandler shutdown,
            RequestHandler tasks) {
        var id = spec.id();
        answer(
                service,
                TopicPattern.exactly(CollectorTopics.heartbeat(id)),
                OperationTable.empty().withImmediate(HEALTH_CHECK, _ -> Answer.done(health.get())));
        // An agent that owns this collector answers for it, with all versions.
        service.answer(
                TopicPattern.exactly(CollectorTopics.config(id)),
                SubscriptionKind.STAND_IN,
                spec.agentId().isPresent()
                        ? OperationTable.empty().with(GET_CONFIG, configs::tell)
                        : configs(configs));
        answer(
                service,
                TopicPattern.exactly(CollectorTopics.task(id)),
                configs(configs)
                        .with(GET_CAPABILITIES, _ -> Answer.done(capabilities))
                        .with(PAUSE, call -> pause(call, true, pausing))
                        .with(RESUME, call -> pause(call, false, pausing))
                        .with(GRACEFUL_SHUTDOWN, shutdown)
                        .with(EXECUTE_TASK, tasks));
    }

    private static void answer(RpcService service, TopicPattern topic, RequestHandler handler) {
        service.answer(topic, SubscriptionKind.ANSWER, handler);
    }

    private static OperationTable configs(ConfigDesk desk) {
        return OperationTable.empty()
                .with(GET_CONFIG, desk::tell)
                .with(UPDATE_CONFIG, desk::update);
    }

    private Answer pause(ServedRequest call, boolean paused, Consumer<Boolean> pausing) {
        var refusal = fence(call);
        if (refusal.isPresent()) {
            return Answer.failed(refusal.get());
        }
        if (!call.commit()) {
            return Answer.withdrawn();
        }
        pausing.accept(paused);
        return Answer.done(new GenericPayload(Map.of("paused", ConfigValue.of(paused))));
    }

    private Optional<RpcError> fence(ServedRequest call) {
        var payload = call.request().payload();
        if (payload instanceof CollectorLifecycleRequest wanted) {
            return fences.refusal(wanted.collectorId(), wanted.onlyIncarnation());
        }
        return payload instanceof EmptyPayload
                ? Optional.empty()
                : Optional.of(
                        Fences.wrongPayload(
                                call.request().operation().designName(),
                                "a lifecycle request or nothing"));
    }
}
