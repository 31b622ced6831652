package daemoneye.rpc.cli.fleet;

import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.ComponentHealth;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// One collector as `fleet list` and `fleet watch` tell of it.
///
/// @param components as of the last health check; empty if there was none
/// @param metrics as of the last health check and the last beat
record CollectorRow(
        CollectorInfo info,
        ProcessState state,
        Liveness liveness,
        HealthStatus health,
        Optional<String> healthReason,
        Optional<Duration> lastBeatAge,
        Optional<Duration> uptime,
        long configVersion,
        Map<String, ComponentHealth> components,
        Map<String, Double> metrics) {
    CollectorRow {
        components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /// As the fleet model sees it.
    static CollectorRow of(CollectorView view) {
        var metrics = new LinkedHashMap<String, Double>();
        view.lastCheck().map(HealthCheckData::metrics).ifPresent(metrics::putAll);
        metrics.putAll(view.vitals());
        return new CollectorRow(
                view.info(),
                view.state(),
                view.liveness(),
                view.health(),
                view.healthReason(),
                view.lastBeatAge(),
                view.uptime(),
                view.configVersion(),
                view.lastCheck().map(HealthCheckData::components).orElse(Map.of()),
                metrics);
    }

    CollectorId id() {
        return info.collectorId();
    }

    OptionalDouble metric(String name) {
        var value = metrics.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /// Why it is not well, if anybody said so.
    Optional<String> note() {
        return info.stateReason().or(this::healthReason);
    }

    /// All fields; what is not known is null.
    Fields json() {
        return new Fields()
                .with("collector_id", id())
                .with("collector_type", info.collectorType())
                .with("host", info.host())
                .with("agent_id", info.agentId())
                .with("state", state)
                .with("state_reason", info.stateReason())
                .with("liveness", liveness)
                .with("health", health)
                .with("health_reason", healthReason)
                .with("pid", info.pid())
                .with("incarnation", info.incarnation())
                .with("uptime_seconds", uptime.map(Duration::toSeconds))
                .with("last_heartbeat_age_ms", lastBeatAge.map(Duration::toMillis))
                .with("config_version", configVersion)
                .with("restarts", info.restarts())
                .with("last_exit", info.lastExit())
                .with("event_types", info.eventTypes())
                .with("components", components)
                .with("metrics", metrics);
    }

    /// What makes it worth a new line: everything but figures and ages.
    Object standing() {
        return new Standing(
                state, liveness, health, note(), info.pid(), info.restarts(), configVersion);
    }

    private record Standing(
            ProcessState state,
            Liveness liveness,
            HealthStatus health,
            Optional<String> note,
            OptionalLong pid,
            int restarts,
            long configVersion) {}
}
