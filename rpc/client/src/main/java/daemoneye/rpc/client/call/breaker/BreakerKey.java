package daemoneye.rpc.client.call.breaker;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import java.util.Comparator;
import java.util.Optional;

/// Names a breaker.
public record BreakerKey(CollectorId collector, CallClass callClass)
        implements Comparable<BreakerKey> {
    private static final Comparator<BreakerKey> ORDER =
            Comparator.comparing(BreakerKey::collector).thenComparing(BreakerKey::callClass);

    /// The breaker that a request has to pass. Empty for those that concern no single collector,
    /// and for the three that must always get through: they are the way out of trouble.
    public static Optional<BreakerKey> of(RpcRequest request) {
        return switch (request.operation()) {
            case FORCE_SHUTDOWN, QUERY_OUTCOME, CANCEL -> Optional.empty();
            case REGISTER,
                    DEREGISTER,
                    START,
                    STOP,
                    RESTART,
                    HEALTH_CHECK,
                    UPDATE_CONFIG,
                    GET_CONFIG,
                    GRACEFUL_SHUTDOWN,
                    GET_CAPABILITIES,
                    PAUSE,
                    RESUME,
                    EXECUTE_TASK,
                    LIST_COLLECTORS,
                    QUERY_AUDIT,
                    UNKNOWN ->
                    CollectorTopics.collectorOf(request.target())
                            .map(id -> new BreakerKey(id, CallClass.of(request.operation())));
        };
    }

    @Override
    public int compareTo(BreakerKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return collector + " (" + callClass.wireName() + ")";
    }
}
