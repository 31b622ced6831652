package daemoneye.rpc.protocol.state;

import daemoneye.rpc.protocol.value.WireName;

/// What the beats say, by time and sequence.
///
/// ```
/// LIVE ─1.5 intervals─► LATE ─2─► SUSPECT (two probes) ─3 and both failed─► UNRESPONSIVE
///   ▲                                                                          │
///   └────────────────────────── two good beats ────────────────────────────────┘
/// DOWN: the process is known to be gone.  UNKNOWN: our own link is down or our own loop lags.
/// ```
public enum Liveness implements WireName {
    LIVE,
    LATE,
    SUSPECT,
    UNRESPONSIVE,
    DOWN,
    UNKNOWN
}
