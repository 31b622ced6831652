package daemoneye.rpc.protocol.state;

import daemoneye.rpc.protocol.value.WireName;

/// How well a collector or one of its components does. Independent of [ProcessState]: a stopped
/// collector is not unhealthy, its health is unknown.
public enum HealthStatus implements WireName {
    /// Works as it should.
    HEALTHY(0),
    /// Works, with less than it should.
    DEGRADED(2),
    /// Does not do its work.
    UNHEALTHY(3),
    /// Does not answer.
    UNRESPONSIVE(4),
    /// Nobody knows: no news, stale news, or a value of a newer version.
    UNKNOWN(1);

    private final int severity;

    HealthStatus(int severity) {
        this.severity = severity;
    }

    /// The worse of the two; *unknown* is worse than healthy and better than any known trouble.
    public HealthStatus worst(HealthStatus other) {
        return severity >= other.severity ? this : other;
    }
}
