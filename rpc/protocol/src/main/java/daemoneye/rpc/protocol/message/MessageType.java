package daemoneye.rpc.protocol.message;

import daemoneye.rpc.protocol.value.WireName;

/// What kind of message this is; decides what the broker may drop when a receiver is slow.
public enum MessageType implements WireName {
    /// Telemetry: may be dropped, and is counted.
    EVENT,
    /// Requests, replies, state changes: never dropped silently.
    CONTROL,
    /// Only the newest per topic matters.
    HEARTBEAT,
    /// As CONTROL, about the end of something.
    SHUTDOWN
}
