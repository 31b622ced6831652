package daemoneye.rpc.protocol.message;

import daemoneye.rpc.protocol.value.WireName;

/// How a call stands or ended.
public enum RpcStatus implements WireName {
    SUCCESS,
    ERROR,
    /// More replies follow.
    IN_PROGRESS,
    TIMEOUT,
    CANCELLED,
    /// Nobody there to answer.
    UNAVAILABLE,
    /// A status of a newer version; final.
    UNKNOWN;

    /// Whether no more replies follow.
    public boolean isFinal() {
        return this != IN_PROGRESS;
    }
}
