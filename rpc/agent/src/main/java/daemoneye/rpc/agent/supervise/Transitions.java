package daemoneye.rpc.agent.supervise;

import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.state.ProcessState;

import java.util.Optional;

/// Which operation may begin in which state, or the code it is refused with.
///
/// ```
///                UNREGISTERED STARTING RUNNING PAUSED  STOPPING STOPPED FAILED  QUARANTINED
/// Start          go           busy     already already busy     go      go      go
/// Stop, Graceful not          go       go      go      busy     not     go      go
/// ForceShutdown  not          go       go      go      go       not     go      not
/// Restart        go           go       go      go      busy     go      go      go
/// Pause, Resume  not          busy     go      go      busy     not     not     not
/// ```
///
/// Stopping a failed collector takes back the restart it waits for; stopping a quarantined one
/// takes back the quarantine. Restarting one without a process starts it.
public final class Transitions {
    private Transitions() {}

    /// Empty if `operation` may begin.
    ///
    /// @throws IllegalArgumentException for operations that change no process
    public static Optional<ErrorCode> refusal(CollectorOperation operation, ProcessState state) {
        return switch (operation) {
            case START -> start(state);
            case STOP, GRACEFUL_SHUTDOWN -> stop(state);
            case FORCE_SHUTDOWN -> force(state);
            case RESTART -> restart(state);
            case PAUSE, RESUME -> pause(state);
            case REGISTER,
                    DEREGISTER,
                    HEALTH_CHECK,
                    UPDATE_CONFIG,
                    GET_CONFIG,
                    GET_CAPABILITIES,
                    EXECUTE_TASK,
                    LIST_COLLECTORS,
                    QUERY_OUTCOME,
                    QUERY_AUDIT,
                    CANCEL,
                    UNKNOWN ->
                    throw new IllegalArgumentException(operation + " changes no process");
        };
    }

    private static Optional<ErrorCode> start(ProcessState state) {
        return switch (state) {
            case STARTING, STOPPING -> Optional.of(ErrorCode.COLLECTOR_BUSY);
            case RUNNING, PAUSED -> Optional.of(ErrorCode.COLLECTOR_ALREADY_RUNNING);
            case UNREGISTERED, STOPPED, FAILED, QUARANTINED, UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<ErrorCode> stop(ProcessState state) {
        return switch (state) {
            case STARTING, RUNNING, PAUSED, FAILED, QUARANTINED -> Optional.empty();
            case STOPPING -> Optional.of(ErrorCode.COLLECTOR_BUSY);
            case UNREGISTERED, STOPPED, UNKNOWN -> Optional.of(ErrorCode.COLLECTOR_NOT_RUNNING);
        };
    }

    private static Optional<ErrorCode> force(ProcessState state) {
        return switch (state) {
            case STARTING, RUNNING, PAUSED, STOPPING, FAILED -> Optional.empty();
            case UNREGISTERED, STOPPED, QUARANTINED, UNKNOWN ->
                    Optional.of(ErrorCode.COLLECTOR_NOT_RUNNING);
        };
    }

    private static Optional<ErrorCode> restart(ProcessState state) {
        return state == ProcessState.STOPPING
                ? Optional.of(ErrorCode.COLLECTOR_BUSY)
                : Optional.empty();
    }

    private static Optional<ErrorCode> pause(ProcessState state) {
        return switch (state) {
            case RUNNING, PAUSED -> Optional.empty();
            case STARTING, STOPPING -> Optional.of(ErrorCode.COLLECTOR_BUSY);
            case UNREGISTERED, STOPPED, FAILED, QUARANTINED, UNKNOWN ->
                    Optional.of(ErrorCode.COLLECTOR_NOT_RUNNING);
        };
    }
}
