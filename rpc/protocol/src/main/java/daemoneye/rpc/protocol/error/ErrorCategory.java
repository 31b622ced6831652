package daemoneye.rpc.protocol.error;

import daemoneye.rpc.protocol.value.WireName;

/// The design's six kinds of failure.
public enum ErrorCategory implements WireName {
    CONFIGURATION,
    RESOURCE,
    COMMUNICATION,
    PERMISSION,
    INTERNAL,
    TIMEOUT,
    /// A category of a newer version.
    UNKNOWN
}
