package daemoneye.rpc.protocol.payload;

import daemoneye.rpc.protocol.value.WireName;

/// How a collector is to end.
public enum ShutdownType implements WireName {
    /// With all cleanup tasks.
    GRACEFUL,
    /// Without waiting for work in progress.
    IMMEDIATE,
    /// At once, by the agent, whatever is lost.
    EMERGENCY,
    /// A type of a newer version: refused.
    UNKNOWN
}
