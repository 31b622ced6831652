package daemoneye.rpc.transport.codec.shape;

import daemoneye.rpc.protocol.error.ErrorCategory;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.ProcessState;

import java.util.List;

/// The bytes of every enum that travels in a body. New constants go at the end; nothing is ever
/// moved or removed.
public final class EnumTables {
    static final EnumCodes<RpcStatus> STATUS =
            new EnumCodes<>(
                    RpcStatus.class,
                    RpcStatus.UNKNOWN,
                    RpcStatus.SUCCESS,
                    RpcStatus.ERROR,
                    RpcStatus.IN_PROGRESS,
                    RpcStatus.TIMEOUT,
                    RpcStatus.CANCELLED,
                    RpcStatus.UNAVAILABLE);
    static final EnumCodes<HealthStatus> HEALTH =
            new EnumCodes<>(
                    HealthStatus.class,
                    HealthStatus.UNKNOWN,
                    HealthStatus.HEALTHY,
                    HealthStatus.DEGRADED,
                    HealthStatus.UNHEALTHY,
                    HealthStatus.UNRESPONSIVE);
    static final EnumCodes<ProcessState> PROCESS =
            new EnumCodes<>(
                    ProcessState.class,
                    ProcessState.UNKNOWN,
                    ProcessState.UNREGISTERED,
                    ProcessState.STARTING,
                    ProcessState.RUNNING,
                    ProcessState.PAUSED,
                    ProcessState.STOPPING,
                    ProcessState.STOPPED,
                    ProcessState.FAILED,
                    ProcessState.QUARANTINED);
    static final EnumCodes<ErrorCategory> CATEGORY =
            new EnumCodes<>(
                    ErrorCategory.class,
                    ErrorCategory.UNKNOWN,
                    ErrorCategory.CONFIGURATION,
                    ErrorCategory.RESOURCE,
                    ErrorCategory.COMMUNICATION,
                    ErrorCategory.PERMISSION,
                    ErrorCategory.INTERNAL,
                    ErrorCategory.TIMEOUT);
    static final EnumCodes<ExecutionCertainty> CERTAINTY =
            new EnumCodes<>(
                    ExecutionCertainty.class,
                    ExecutionCertainty.UNKNOWN,
                    ExecutionCertainty.NOT_EXECUTED,
                    ExecutionCertainty.EXECUTED);
    static final EnumCodes<ShutdownType> SHUTDOWN =
            new EnumCodes<>(
                    ShutdownType.class,
                    ShutdownType.UNKNOWN,
                    ShutdownType.GRACEFUL,
                    ShutdownType.IMMEDIATE,
                    ShutdownType.EMERGENCY);
    static final EnumCodes<CollectorOperation> OPERATION =
            new EnumCodes<>(
                    CollectorOperation.class,
                    CollectorOperation.UNKNOWN,
                    CollectorOperation.REGISTER,
                    CollectorOperation.DEREGISTER,
                    CollectorOperation.START,
                    CollectorOperation.STOP,
                    CollectorOperation.RESTART,
                    CollectorOperation.HEALTH_CHECK,
                    CollectorOperation.UPDATE_CONFIG,
                    CollectorOperation.GET_CONFIG,
                    CollectorOperation.GRACEFUL_SHUTDOWN,
                    CollectorOperation.FORCE_SHUTDOWN,
                    CollectorOperation.GET_CAPABILITIES,
                    CollectorOperation.PAUSE,
                    CollectorOperation.RESUME,
                    CollectorOperation.EXECUTE_TASK,
                    CollectorOperation.LIST_COLLECTORS,
                    CollectorOperation.QUERY_OUTCOME,
                    CollectorOperation.QUERY_AUDIT,
                    CollectorOperation.CANCEL);

    private EnumTables() {}

    /// All of them, for the test that pins them.
    public static List<EnumCodes<?>> all() {
        return List.of(STATUS, HEALTH, PROCESS, CATEGORY, CERTAINTY, SHUTDOWN, OPERATION);
    }
}
