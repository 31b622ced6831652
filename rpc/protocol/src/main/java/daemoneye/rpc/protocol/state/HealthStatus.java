package daemoneye.rpc.protocol.state;

import daemoneye.rpc.protocol.value.WireName;

/// How well a collector or one of its components does. Independent of [ProcessState]: a stopped
/// collector is not unhealthy, its health is unknown.
public enum HealthStatus implements WireName {
    /// Works as it should.
    HEALTHY,
    /// Works, with less than it should.
    DEGRADED,
    /// Does not do its work.
    UNHEALTHY,
    /// Does not answer.
    UNRESPONSIVE,
    /// Nobody knows: no news, stale news, or a value of a newer version.
    UNKNOWN;

    private static final int[] SEVERITY = {0, 2, 3, 4, 1};

    /// The worse of the two; *unknown* is worse than healthy and better than any known trouble.
    public HealthStatus worst(HealthStatus other) {
        return SEVERITY[ordinal()] >= SEVERITY[other.ordinal()] ? this : other;
    }
}
