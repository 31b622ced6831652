package daemoneye.rpc.protocol.message;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.Topic;

import java.time.Duration;
import java.time.Instant;

/// One call as it travels.
///
/// @param requestId also the correlation id
/// @param clientId who calls, in its own words; the broker stamps what it knows beside it
/// @param timeoutMs what the caller allows in all, milliseconds; what is *left* of it travels in
///     the frame
/// @param timestamp by the caller's clock, for people
public record RpcRequest(
        RequestId requestId,
        String clientId,
        Topic target,
        CollectorOperation operation,
        RpcPayload payload,
        long timeoutMs,
        Instant timestamp)
        implements MessageBody {
    /// @throws IllegalArgumentException if the timeout is not positive
    public RpcRequest {
        if (timeoutMs <= 0) {
            throw new IllegalArgumentException("a timeout is positive, not " + timeoutMs + " ms");
        }
    }

    /// Start, Stop, Restart, Pause or Resume, with a fresh id.
    public static RpcRequest lifecycle(
            String clientId,
            CollectorOperation operation,
            CollectorLifecycleRequest payload,
            Duration timeout,
            Instant now) {
        var target = CollectorTopics.lifecycle(payload.collectorId());
        return of(clientId, target, operation, payload, timeout, now);
    }

    /// HealthCheck, with a fresh id.
    public static RpcRequest healthCheck(
            String clientId, CollectorId id, Duration timeout, Instant now) {
        return of(
                clientId,
                CollectorTopics.heartbeat(id),
                CollectorOperation.HEALTH_CHECK,
                new EmptyPayload(),
                timeout,
                now);
    }

    /// Any call, with a fresh id.
    public static RpcRequest of(
            String clientId,
            Topic target,
            CollectorOperation operation,
            RpcPayload payload,
            Duration timeout,
            Instant now) {
        return new RpcRequest(
                RequestId.random(), clientId, target, operation, payload, timeout.toMillis(), now);
    }
}
