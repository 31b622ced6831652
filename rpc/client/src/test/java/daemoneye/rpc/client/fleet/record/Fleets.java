package daemoneye.rpc.client.fleet.record;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.ComponentHealth;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.LastExit;
import daemoneye.rpc.protocol.state.ProcessState;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Data that the tests of the fleet share.
public final class Fleets {
    /// Replaced by the time of the answer.
    public static final Instant JUST_NOW = Instant.EPOCH;

    public static final CollectorId PROCMOND = new CollectorId("procmond");
    public static final CollectorId NETMOND = new CollectorId("netmond");

    private Fleets() {}

    public static CollectorInfo info(CollectorId id, ProcessState state, long incarnation) {
        return info(id, state, incarnation, "agent-1");
    }

    public static CollectorInfo info(
            CollectorId id, ProcessState state, long incarnation, String agentId) {
        return new CollectorInfo(
                id,
                "process-monitor",
                "host-1",
                agentId,
                state,
                Optional.empty(),
                OptionalLong.of(4711),
                Optional.of(new Incarnation(incarnation)),
                OptionalLong.of(10),
                1,
                0,
                Optional.empty(),
                List.of("process"));
    }

    public static CollectorInfo because(CollectorInfo info, String reason) {
        return new CollectorInfo(
                info.collectorId(),
                info.collectorType(),
                info.host(),
                info.agentId(),
                info.state(),
                Optional.of(reason),
                OptionalLong.empty(),
                info.incarnation(),
                OptionalLong.empty(),
                info.configVersion(),
                info.restarts(),
                info.lastExit(),
                info.eventTypes());
    }

    public static CollectorInfo exited(CollectorInfo info, LastExit exit) {
        return new CollectorInfo(
                info.collectorId(),
                info.collectorType(),
                info.host(),
                info.agentId(),
                info.state(),
                info.stateReason(),
                OptionalLong.empty(),
                info.incarnation(),
                OptionalLong.empty(),
                info.configVersion(),
                info.restarts(),
                Optional.of(exit),
                info.eventTypes());
    }

    public static HeartbeatData beat(CollectorId id, long incarnation, long sequence) {
        return beat(id, incarnation, sequence, HealthStatus.HEALTHY, false);
    }

    public static HeartbeatData beat(
            CollectorId id, long incarnation, long sequence, HealthStatus status, boolean paused) {
        return new HeartbeatData(
                id,
                Instant.parse("2026-01-01T00:00:00Z"),
                sequence,
                status,
                new Incarnation(incarnation),
                1,
                1000,
                paused,
                Map.of("cpu_usage_percent", 2.5, "uptime_seconds", (double) sequence));
    }

    public static HealthCheckData healthy(CollectorId id) {
        return health(id, HealthStatus.HEALTHY);
    }

    public static HealthCheckData health(
            CollectorId id, HealthStatus status, ComponentHealth... components) {
        var byName = new LinkedHashMap<String, ComponentHealth>();
        for (var each : components) {
            byName.put(each.name(), each);
        }
        return new HealthCheckData(
                id, status, byName, Map.of("events_published", 7.0), JUST_NOW, 10, 0);
    }

    public static ComponentHealth component(String name, HealthStatus status, String message) {
        return new ComponentHealth(name, status, Optional.of(message), JUST_NOW, 10);
    }

    public static ComponentHealth at(ComponentHealth component, Instant lastCheck) {
        return new ComponentHealth(
                component.name(),
                component.status(),
                component.message(),
                lastCheck,
                component.checkIntervalSeconds());
    }
}
