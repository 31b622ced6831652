package daemoneye.rpc.agent.fake;

import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.client.serve.Step;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A request as a handler sees it, with all of its standard time left.
public record FakeCall(RpcRequest request, List<String> steps) implements ServedRequest {
    public static FakeCall of(CollectorOperation operation, RpcPayload payload) {
        var request =
                RpcRequest.of(
                        "test",
                        CollectorTopics.lifecycle(Fleet.PROCMOND),
                        operation,
                        payload,
                        operation.timeout().standard(),
                        Instant.EPOCH);
        return new FakeCall(request, new CopyOnWriteArrayList<>());
    }

    /// The same with that much time left.
    public FakeCall within(Duration time) {
        var less =
                new RpcRequest(
                        request.requestId(),
                        request.clientId(),
                        request.target(),
                        request.operation(),
                        request.payload(),
                        time.toMillis(),
                        request.timestamp());
        return new FakeCall(less, steps);
    }

    @Override
    public CorrelationMetadata correlation() {
        return CorrelationMetadata.of(request.requestId().toString());
    }

    @Override
    public String sender() {
        return "tester#1";
    }

    @Override
    public Duration remaining() {
        return Duration.ofMillis(request.timeoutMs());
    }

    @Override
    public void progress(Step step) {
        steps.add(step.text());
    }

    @Override
    public boolean commit() {
        return true;
    }
}
