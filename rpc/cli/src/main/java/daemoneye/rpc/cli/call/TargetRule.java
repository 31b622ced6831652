package daemoneye.rpc.cli.call;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.Topic;

import java.util.Optional;

/// Where an operation is sent unless somebody says so.
final class TargetRule {
    private TargetRule() {}

    /// The topic; empty if the operation needs a collector that was not named, or has no topic of
    /// its own.
    static Optional<Topic> of(CollectorOperation operation, Optional<CollectorId> id) {
        return switch (operation) {
            case REGISTER, DEREGISTER, LIST_COLLECTORS, QUERY_AUDIT ->
                    Optional.of(CollectorTopics.LIFECYCLE_BROADCAST);
            case START, STOP, RESTART, PAUSE, RESUME, GET_CAPABILITIES ->
                    id.map(CollectorTopics::lifecycle);
            case HEALTH_CHECK -> id.map(CollectorTopics::heartbeat);
            case UPDATE_CONFIG, GET_CONFIG -> id.map(CollectorTopics::config);
            case GRACEFUL_SHUTDOWN, FORCE_SHUTDOWN -> id.map(CollectorTopics::shutdown);
            case EXECUTE_TASK -> id.map(CollectorTopics::task);
            case QUERY_OUTCOME, CANCEL, UNKNOWN -> Optional.empty();
        };
    }

    /// Whether all who answer are asked, because each speaks for itself only.
    static boolean everyone(CollectorOperation operation) {
        return switch (operation) {
            case REGISTER, DEREGISTER, LIST_COLLECTORS, QUERY_AUDIT -> true;
            case START,
                    STOP,
                    RESTART,
                    PAUSE,
                    RESUME,
                    GET_CAPABILITIES,
                    HEALTH_CHECK,
                    UPDATE_CONFIG,
                    GET_CONFIG,
                    GRACEFUL_SHUTDOWN,
                    FORCE_SHUTDOWN,
                    EXECUTE_TASK,
                    QUERY_OUTCOME,
                    CANCEL,
                    UNKNOWN ->
                    false;
        };
    }
}
