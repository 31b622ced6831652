package daemoneye.rpc.client.fleet;

import daemoneye.rpc.protocol.value.WireName;

/// One place in a heartbeat bar.
public enum BeatKind implements WireName {
    /// A beat in time, and the collector says it is well.
    GOOD,
    /// A beat in time from a degraded collector.
    DEGRADED,
    /// A beat in time from an unhealthy collector.
    UNHEALTHY,
    /// A beat that came more than 1.5 intervals after the one before.
    LATE,
    /// No beat where one was due.
    LOST,
    /// Beats are missing in the sequence: sent, but never seen here.
    SEQUENCE_GAP,
    /// Our own link was down: nobody can say.
    OUR_OUTAGE
}
