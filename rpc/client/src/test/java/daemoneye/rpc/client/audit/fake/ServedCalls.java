package daemoneye.rpc.client.audit.fake;

import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.client.serve.Step;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Calls as a service hands them to its records.
public final class ServedCalls {
    private static final CollectorId ID = new CollectorId("procmond");

    private ServedCalls() {}

    public static ServedRequest read(long number) {
        return call(number, CollectorOperation.HEALTH_CHECK, new EmptyPayload());
    }

    public static ServedRequest change(long number, String reason) {
        return call(
                number,
                CollectorOperation.GRACEFUL_SHUTDOWN,
                new ShutdownRequest(
                        ID,
                        ShutdownType.GRACEFUL,
                        60_000,
                        true,
                        Optional.of(reason),
                        Optional.empty()));
    }

    private static ServedRequest call(
            long number, CollectorOperation operation, RpcPayload payload) {
        var request =
                new RpcRequest(
                        new RequestId(new UUID(0, number)),
                        "console@desk",
                        CollectorTopics.shutdown(ID),
                        operation,
                        payload,
                        60_000,
                        Instant.EPOCH);
        return new ServedRequest() {
            @Override
            public RpcRequest request() {
                return request;
            }

            @Override
            public CorrelationMetadata correlation() {
                return CorrelationMetadata.of(request.requestId().toString());
            }

            @Override
            public String sender() {
                return "console#7/operator";
            }

            @Override
            public Duration remaining() {
                return Duration.ofSeconds(60);
            }

            @Override
            public void progress(Step step) {}

            @Override
            public boolean commit() {
                return true;
            }
        };
    }
}
