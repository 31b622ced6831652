package daemoneye.rpc.client.serve.memory;

import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.value.WireName;

/// How far a call has come, as QueryOutcome tells it.
public enum CallState implements WireName {
    /// Not known here: never begun, or too long ago, or one that only reads.
    UNKNOWN,
    /// Accepted, its handler has not begun.
    WAITING,
    /// Its handler is at work.
    RUNNING,
    /// It succeeded.
    DONE,
    /// It did not, or not in time.
    FAILED,
    /// It was cancelled.
    CANCELLED;

    /// The state of a call that ended like this.
    static CallState of(RpcStatus status) {
        return switch (status) {
            case SUCCESS -> DONE;
            case CANCELLED -> CANCELLED;
            case ERROR, TIMEOUT, UNAVAILABLE -> FAILED;
            case IN_PROGRESS -> RUNNING;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
