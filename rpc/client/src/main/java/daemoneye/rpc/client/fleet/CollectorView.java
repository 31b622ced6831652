package daemoneye.rpc.client.fleet;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// One collector as it is believed to be at the moment of a [FleetSnapshot].
///
/// @param info what its agent says
/// @param state of the process: the agent's word, corrected by beats (a paused beat means PAUSED);
///     UNKNOWN while our link is down
/// @param health worst of what beats and health checks say; UNKNOWN without news
/// @param healthReason the culprit, e.g. "event_bus: queue 83 % full"
/// @param vitals of the last beat by name, see [daemoneye.rpc.protocol.message.HeartbeatData]
/// @param lastBeatAge since the last beat came; empty if none ever did
/// @param beats the newest [FleetModel#BEAT_WINDOW] at most, oldest first
/// @param lastCheck the last answered HealthCheck, and how old it is
public record CollectorView(
        CollectorInfo info,
        ProcessState state,
        Liveness liveness,
        HealthStatus health,
        Optional<String> healthReason,
        Map<String, Double> vitals,
        Optional<Duration> lastBeatAge,
        Optional<Duration> uptime,
        long configVersion,
        List<Beat> beats,
        Optional<HealthCheckData> lastCheck,
        Optional<Duration> lastCheckAge) {
    public CollectorView {
        vitals = Map.copyOf(vitals);
        beats = List.copyOf(beats);
    }

    public CollectorId id() {
        return info.collectorId();
    }

    /// A figure of the last beat.
    public OptionalDouble vital(String name) {
        var value = vitals.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /// Health as one number for a gauge, 0 to 100: 100 healthy, 60 degraded, 20 unhealthy, 0
    /// unresponsive, each less 40 times the share of lost beats in the window; empty if unknown.
    public OptionalDouble healthScore() {
        return HealthScore.of(this);
    }
}
