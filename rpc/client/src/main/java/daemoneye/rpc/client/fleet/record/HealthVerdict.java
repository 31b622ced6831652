package daemoneye.rpc.client.fleet.record;

import daemoneye.rpc.protocol.state.HealthStatus;

import java.util.Optional;

/// What is believed of a collector's health, and because of what.
///
/// @param reason the culprit; empty if there is none
record HealthVerdict(HealthStatus status, Optional<String> reason) {
    HealthVerdict(HealthStatus status, String reason) {
        this(status, Optional.of(reason));
    }

    /// The worse one; this one if they are equally bad.
    HealthVerdict worst(HealthVerdict other) {
        return status.worst(other.status) == status ? this : other;
    }
}
