package daemoneye.rpc.collector.health;

import daemoneye.rpc.collector.events.BusLoad;
import daemoneye.rpc.collector.gather.GatherState;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.state.ComponentHealth;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Puts together what a HealthCheck answers and what a beat says of health: the components of the
/// gathering, `event_bus`, `registration` and, if it fails, `audit_log`; the worst of them counts.
public final class HealthReport {
    private static final double NANOS_PER_MS = 1e6;

    private final CollectorId id;
    private final HealthSources sources;
    private final GatherHealth gathering;
    private final BusHealth bus;
    private final AuditHealth audit;

    public HealthReport(CollectorId id, Ticker ticker, HealthSources sources) {
        this.id = id;
        this.sources = sources;
        this.gathering = new GatherHealth(sources.gathering(), ticker);
        this.bus = new BusHealth(ticker, sources);
        this.audit = new AuditHealth(ticker, sources.audit());
    }

    /// The worst of all components, for a beat.
    public HealthStatus status() {
        return worst(components());
    }

    /// The whole answer.
    ///
    /// @param lastBeat when the last beat was sent
    public HealthCheckData check(Instant lastBeat) {
        var components = components();
        var state = sources.gathering().state();
        return new HealthCheckData(
                id,
                worst(components),
                components,
                metrics(state),
                lastBeat,
                sources.vitals().uptimeSeconds(),
                state.errors());
    }

    private Map<String, ComponentHealth> components() {
        var components = new LinkedHashMap<String, ComponentHealth>();
        gathering.components().forEach(each -> components.put(each.name(), each));
        bus.components().forEach(each -> components.put(each.name(), each));
        audit.component().ifPresent(each -> components.put(each.name(), each));
        return components;
    }

    private static HealthStatus worst(Map<String, ComponentHealth> components) {
        return components.values().stream()
                .map(ComponentHealth::status)
                .reduce(HealthStatus.HEALTHY, HealthStatus::worst);
    }

    private Map<String, Double> metrics(GatherState state) {
        var metrics = new LinkedHashMap<>(sources.vitals().latest());
        metrics.remove("uptime_seconds"); // the answer has a field for it
        state.last().ifPresent(scan -> metrics.putAll(scan.metrics()));
        metrics.put("scan_duration_ms", state.lastTookNanos() / NANOS_PER_MS);
        load(metrics, sources.events().load(), state.omitted());
        return metrics;
    }

    private static void load(Map<String, Double> metrics, BusLoad load, long omitted) {
        metrics.put("events_published", (double) load.published());
        metrics.put("events_queued", (double) load.queued());
        metrics.put("events_dropped", (double) (load.dropped() + omitted));
    }
}
