package daemoneye.rpc.cli.fake;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.payload.CollectorListing;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.ComponentHealth;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.LastExit;
import daemoneye.rpc.protocol.state.ProcessState;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Collectors as agents and collectors tell of them.
public final class Samples {
    private Samples() {}

    /// A collector that runs.
    public static CollectorInfo running(String id) {
        return new CollectorInfo(
                new CollectorId(id),
                "process-monitor",
                "desk",
                "agent-desk",
                ProcessState.RUNNING,
                Optional.empty(),
                OptionalLong.of(4711),
                Optional.of(new Incarnation(17)),
                OptionalLong.of(3600),
                3,
                1,
                Optional.empty(),
                List.of("process"));
    }

    /// A collector that was killed.
    public static CollectorInfo failed(String id) {
        return new CollectorInfo(
                new CollectorId(id),
                "process-monitor",
                "desk",
                "agent-desk",
                ProcessState.FAILED,
                Optional.of("it crashed"),
                OptionalLong.empty(),
                Optional.of(new Incarnation(17)),
                OptionalLong.empty(),
                3,
                2,
                Optional.of(
                        new LastExit(
                                OptionalInt.empty(),
                                Optional.of("SIGKILL"),
                                ScriptedCaller.NOW,
                                List.of("last words"))),
                List.of("process"));
    }

    /// What an agent lists.
    public static CollectorListing listing(CollectorInfo... collectors) {
        return new CollectorListing("agent-desk", "desk", List.of(collectors));
    }

    /// The design's example of a health check, answered at [ScriptedCaller#NOW].
    public static HealthCheckData health(String id, HealthStatus status) {
        var metrics = new LinkedHashMap<String, Double>();
        metrics.put("cpu_usage_percent", 2.3);
        metrics.put("memory_usage_mb", 45.2);
        return new HealthCheckData(
                new CollectorId(id),
                status,
                Map.of(
                        "process_enumeration",
                        new ComponentHealth(
                                "process_enumeration",
                                status,
                                Optional.of("Enumerating 1,234 processes"),
                                ScriptedCaller.NOW.minusSeconds(2),
                                30)),
                metrics,
                ScriptedCaller.NOW.minusMillis(400),
                3600,
                0);
    }
}
