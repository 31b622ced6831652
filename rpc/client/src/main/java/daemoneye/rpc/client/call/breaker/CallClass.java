package daemoneye.rpc.client.call.breaker;

import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.value.WireName;

/// What fails together: the calls of one class to one collector share a breaker.
public enum CallClass implements WireName {
    HEALTH,
    CONFIG,
    LIFECYCLE;

    /// The class of an operation; tasks and everything unknown count as lifecycle.
    public static CallClass of(CollectorOperation operation) {
        return switch (operation) {
            case HEALTH_CHECK -> HEALTH;
            case UPDATE_CONFIG, GET_CONFIG -> CONFIG;
            case REGISTER,
                    DEREGISTER,
                    START,
                    STOP,
                    RESTART,
                    GRACEFUL_SHUTDOWN,
                    FORCE_SHUTDOWN,
                    GET_CAPABILITIES,
                    PAUSE,
                    RESUME,
                    EXECUTE_TASK,
                    LIST_COLLECTORS,
                    QUERY_OUTCOME,
                    QUERY_AUDIT,
                    CANCEL,
                    UNKNOWN ->
                    LIFECYCLE;
        };
    }
}
