package daemoneye.rpc.collector.health;

import daemoneye.rpc.client.audit.chain.Standing;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.collector.events.BusLoad;
import daemoneye.rpc.collector.gather.GatherState;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.state.ComponentHealth;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Puts together what a HealthCheck answers and what a beat says of health: the components of the
/// gathering, `event_bus`, `registration` and, if it fails, `audit_log`; the worst of them counts.
public final class HealthReport {
    private static final double NANOS_PER_MS = 1e6;

    /// The interval at which components say that they are looked at.
    private static final Duration HOLDS = Duration.ofSeconds(1);

    private final CollectorId id;
    private final HealthSources sources;
    private final GatherHealth gathering;
    private final BusHealth bus;
    private final AuditHealth audit;
    private final Ticker ticker;
    private volatile Optional<Judgement> latest = Optional.empty();
    private volatile Optional<Answered> answered = Optional.empty();

    /// What the components are judged by.
    private record Grounds(
            GatherState gathering,
            long queued,
            ConnectionState link,
            RegistrationState registration,
            Standing audit) {
        /// Whether nothing has been replaced; comparing contents would cost more than judging.
        @SuppressWarnings("ReferenceEquality")
        boolean areThoseOf(Grounds other) {
            return gathering == other.gathering
                    && queued == other.queued
                    && link == other.link
                    && registration == other.registration
                    && audit == other.audit;
        }
    }

    /// @param nanos when it was made
    private record Judgement(
            Grounds grounds,
            long nanos,
            Map<String, ComponentHealth> components,
            HealthStatus worst) {}

    /// All that an answer is made of.
    private record Facts(
            Judgement judgement,
            GatherState gathering,
            Map<String, Double> vitals,
            BusLoad load,
            Instant lastBeat,
            long uptimeSeconds) {
        /// As with grounds.
        @SuppressWarnings("ReferenceEquality")
        boolean areThoseOf(Facts other) {
            return judgement == other.judgement
                    && gathering == other.gathering
                    && vitals == other.vitals
                    && load.queued() == other.load.queued()
                    && load.published() == other.load.published()
                    && load.dropped() == other.load.dropped()
                    && lastBeat == other.lastBeat
                    && uptimeSeconds == other.uptimeSeconds;
        }
    }

    private record Answered(Facts facts, HealthCheckData data) {}

    public HealthReport(CollectorId id, Ticker ticker, HealthSources sources) {
        this.id = id;
        this.sources = sources;
        this.ticker = ticker;
        this.gathering = new GatherHealth(sources.gathering(), ticker);
        this.bus = new BusHealth(ticker, sources);
        this.audit = new AuditHealth(ticker, sources.audit());
    }

    /// The worst of all components, for a beat.
    public HealthStatus status() {
        return judgement().worst();
    }

    /// The whole answer; the very same one as before if nothing has changed since.
    ///
    /// @param lastBeat when the last beat was sent
    public HealthCheckData check(Instant lastBeat) {
        var judgement = judgement();
        var facts =
                new Facts(
                        judgement,
                        sources.gathering().state(),
                        sources.vitals().latest(),
                        sources.events().load(),
                        lastBeat,
                        sources.vitals().uptimeSeconds());
        var before = answered;
        if (before.isPresent() && before.get().facts().areThoseOf(facts)) {
            return before.get().data();
        }
        var data = data(facts);
        answered = Optional.of(new Answered(facts, data));
        return data;
    }

    private HealthCheckData data(Facts facts) {
        return new HealthCheckData(
                id,
                facts.judgement().worst(),
                facts.judgement().components(),
                metrics(facts),
                facts.lastBeat(),
                facts.uptimeSeconds(),
                facts.gathering().errors());
    }

    /// As before if nothing has changed since, but no older than [#HOLDS]: a collector may be asked
    /// a hundred times a second.
    private Judgement judgement() {
        var grounds =
                new Grounds(
                        sources.gathering().state(),
                        sources.events().load().queued(),
                        sources.link().get(),
                        sources.registration().get(),
                        sources.audit().get());
        var before = latest;
        if (before.isPresent()
                && before.get().grounds().areThoseOf(grounds)
                && ticker.since(before.get().nanos()).compareTo(HOLDS) < 0) {
            return before.get();
        }
        var components = components();
        var now = new Judgement(grounds, ticker.nanos(), components, worst(components));
        latest = Optional.of(now);
        return now;
    }

    private Map<String, ComponentHealth> components() {
        var components = new LinkedHashMap<String, ComponentHealth>();
        for (var each : gathering.components()) {
            components.put(each.name(), each);
        }
        for (var each : bus.components()) {
            components.put(each.name(), each);
        }
        audit.component().ifPresent(each -> components.put(each.name(), each));
        return components;
    }

    private static HealthStatus worst(Map<String, ComponentHealth> components) {
        var worst = HealthStatus.HEALTHY;
        for (var each : components.values()) {
            worst = worst.worst(each.status());
        }
        return worst;
    }

    private static Map<String, Double> metrics(Facts facts) {
        var state = facts.gathering();
        var metrics = new LinkedHashMap<>(facts.vitals());
        metrics.remove("uptime_seconds"); // the answer has a field for it
        if (state.last().isPresent()) {
            metrics.putAll(state.last().get().metrics());
        }
        metrics.put("scan_duration_ms", state.lastTookNanos() / NANOS_PER_MS);
        load(metrics, facts.load(), state.omitted());
        return metrics;
    }

    private static void load(Map<String, Double> metrics, BusLoad load, long omitted) {
        metrics.put("events_published", (double) load.published());
        metrics.put("events_queued", (double) load.queued());
        metrics.put("events_dropped", (double) (load.dropped() + omitted));
    }
}
