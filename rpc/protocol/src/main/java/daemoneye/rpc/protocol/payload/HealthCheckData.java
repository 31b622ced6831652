package daemoneye.rpc.protocol.payload;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.state.ComponentHealth;
import daemoneye.rpc.protocol.state.HealthStatus;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The answer to HealthCheck.
///
/// @param components by name; the overall `status` is the worst of them
/// @param metrics by name; the unit is the name's last word (`_percent`, `_mb`, `_per_second`) or a
///     plain count
/// @param lastHeartbeat when the collector last sent a beat, by its own clock
/// @param errorCount errors since the process began
public record HealthCheckData(
        CollectorId collectorId,
        HealthStatus status,
        Map<String, ComponentHealth> components,
        Map<String, Double> metrics,
        Instant lastHeartbeat,
        long uptimeSeconds,
        long errorCount)
        implements RpcPayload {
    public HealthCheckData {
        components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
}
