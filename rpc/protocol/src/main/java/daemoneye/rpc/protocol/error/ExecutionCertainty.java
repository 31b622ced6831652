package daemoneye.rpc.protocol.error;

import daemoneye.rpc.protocol.value.WireName;

/// Whether a call that failed had an effect. Decides what may be tried next.
public enum ExecutionCertainty implements WireName {
    /// It never left, or was refused before it began.
    NOT_EXECUTED,
    /// It may or may not have happened: ask, do not repeat blindly.
    UNKNOWN,
    /// It happened; only the one who acted may say so.
    EXECUTED
}
