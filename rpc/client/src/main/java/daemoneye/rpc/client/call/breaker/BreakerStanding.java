package daemoneye.rpc.client.call.breaker;

import daemoneye.rpc.protocol.value.WireName;

/// How a breaker stands.
public enum BreakerStanding implements WireName {
    /// Calls go.
    CLOSED,
    /// No call goes.
    OPEN,
    /// One call is under way to find out whether calls may go again.
    HALF_OPEN
}
