package daemoneye.rpc.collector.lifecycle;

import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.payload.TaskRequest;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.Topic;

import java.util.Map;

/// Asks a collector on a stage.
final class Requests {
    private Requests() {}

    static HealthCheckData health(Stage stage) {
        return (HealthCheckData)
                done(
                        stage,
                        CollectorTopics.heartbeat(Stage.ID),
                        CollectorOperation.HEALTH_CHECK,
                        new EmptyPayload());
    }

    static RpcPayload scanNow() {
        return new TaskRequest(Stage.ID, "scan-now", Map.of());
    }

    static Answer ask(Stage stage, Topic topic, CollectorOperation operation, RpcPayload payload) {
        try {
            return stage.service.ask(topic, operation, payload);
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts", e);
        }
    }

    static RpcPayload done(
            Stage stage, Topic topic, CollectorOperation operation, RpcPayload payload) {
        return switch (ask(stage, topic, operation, payload)) {
            case Answer.Success(var said) -> said.orElseThrow();
            case Answer.Failure(var error) -> throw new AssertionError(error.message());
        };
    }

    static RpcError refused(
            Stage stage, Topic topic, CollectorOperation operation, RpcPayload payload) {
        return switch (ask(stage, topic, operation, payload)) {
            case Answer.Success(_) -> throw new AssertionError("it was not refused");
            case Answer.Failure(var error) -> error;
        };
    }
}
