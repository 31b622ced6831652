package daemoneye.app.sample;

import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.fleet.Beat;
import daemoneye.rpc.client.fleet.BeatKind;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.client.fleet.MetricHistory;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.ComponentHealth;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.LastExit;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.transport.bus.RoundTrip;
import daemoneye.rpc.transport.bus.Welcome;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A fleet model that shows what a test tells it to.
public final class SampleFleet implements FleetModel {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final long SECOND = 1_000_000_000L;

    private final List<Consumer<FleetSnapshot>> watchers = new CopyOnWriteArrayList<>();
    private volatile FleetSnapshot snapshot = connected(false, List.of());

    /// Two of a kind on two hosts and one of another, all well: `one`, `two` and `net`.
    public static FleetSnapshot three() {
        return connected(
                true,
                List.of(
                        healthy("one", "process-monitor", "web-01", "process"),
                        healthy("two", "process-monitor", "web-02", "process"),
                        healthy("net", "network-monitor", "web-02", "network")));
    }

    /// A snapshot on a link that works.
    public static FleetSnapshot connected(boolean listed, List<CollectorView> collectors) {
        var welcome = new Welcome("test", "0", 1, 1, 1 << 20, 1);
        return new FleetSnapshot(
                1,
                0,
                NOON,
                new ConnectionState.Connected(welcome, NOON),
                Optional.of(new RoundTrip(Duration.ofNanos(412_000), Duration.ofMillis(3))),
                Optional.empty(),
                listed,
                List.of("agent-web"),
                collectors);
    }

    /// A snapshot that is only last known.
    public static FleetSnapshot cutOff(List<CollectorView> collectors) {
        return new FleetSnapshot(
                2,
                0,
                NOON,
                new ConnectionState.Reconnecting(
                        3, Duration.ofMillis(1200), "nobody listens at unix:/run/broker.sock"),
                Optional.empty(),
                Optional.of(NOON),
                true,
                List.of("agent-web"),
                collectors);
    }

    /// A snapshot without collectors.
    ///
    /// @param lastKnown when the picture was last true
    public static FleetSnapshot nothing(
            ConnectionState link,
            boolean listed,
            List<String> agents,
            Optional<Instant> lastKnown) {
        return new FleetSnapshot(
                1, 0, NOON, link, Optional.empty(), lastKnown, listed, agents, List.of());
    }

    /// A link that works, to a broker that let us in as this.
    public static ConnectionState link(Optional<Role> role) {
        return new ConnectionState.Connected(
                new Welcome("test", "0", 1, 1, 1 << 20, 1, role, "kim"), NOON);
    }

    /// Noon, when sample pictures were taken last.
    public static Instant noon() {
        return NOON;
    }

    /// A collector that stands so, with 40 beats of which the last tell why.
    public static CollectorView collector(
            String id, ProcessState state, Liveness liveness, HealthStatus health) {
        boolean runs = state.hasProcess();
        return new CollectorView(
                info(id, state),
                state,
                liveness,
                health,
                health == HealthStatus.DEGRADED
                        ? Optional.of("event_bus: queue 83 % full, 4,150 of 5,000")
                        : Optional.empty(),
                Map.of(
                        "cpu_usage_percent", 2.3,
                        "memory_usage_mb", 52.4,
                        "events_per_second", 156.7),
                Optional.of(Duration.ofMillis(runs ? 340 : 14_000)),
                runs ? Optional.of(Duration.ofMinutes(372)) : Optional.empty(),
                7,
                beats(health, liveness),
                Optional.of(check(id, health)),
                Optional.of(Duration.ofSeconds(2)));
    }

    /// A healthy one of another kind, on another host.
    public static CollectorView healthy(String id, String type, String host, String events) {
        var usual = collector(id, ProcessState.RUNNING, Liveness.LIVE, HealthStatus.HEALTHY);
        return as(usual, type, host, events);
    }

    /// The same collector as one of another kind, on another host.
    public static CollectorView as(CollectorView view, String type, String host, String events) {
        var info = view.info();
        var other =
                new CollectorInfo(
                        info.collectorId(),
                        type,
                        host,
                        info.agentId(),
                        info.state(),
                        info.stateReason(),
                        info.pid(),
                        info.incarnation(),
                        info.uptimeSeconds(),
                        info.configVersion(),
                        info.restarts(),
                        info.lastExit(),
                        List.of(events));
        return with(view, other, view.configVersion(), view.beats());
    }

    /// Another collector that stands the same.
    static CollectorView named(CollectorView view, String id) {
        return with(view, info(id, view.state()), view.configVersion(), view.beats());
    }

    /// The same collector some good beats later.
    ///
    /// @param version of its configuration, as those beats name it
    public static CollectorView later(CollectorView view, long version, int beats) {
        var all = new ArrayList<>(view.beats());
        for (int at = 0; at < beats; at++) {
            all.add(after(all.getLast(), all.getLast().sequence() + 1, version));
        }
        return with(view, view.info(), version, all);
    }

    /// The same collector after the first good beat of another life.
    public static CollectorView reborn(CollectorView view, long version) {
        var all = new ArrayList<>(view.beats());
        all.add(after(all.getLast(), 1, version));
        return with(view, view.info(), version, all);
    }

    private static Beat after(Beat last, long sequence, long version) {
        return new Beat(last.atNanos() + SECOND, BeatKind.GOOD, sequence, version);
    }

    private static CollectorView with(
            CollectorView view, CollectorInfo info, long version, List<Beat> beats) {
        return new CollectorView(
                info,
                view.state(),
                view.liveness(),
                view.health(),
                view.healthReason(),
                view.vitals(),
                view.lastBeatAge(),
                view.uptime(),
                version,
                beats,
                view.lastCheck(),
                view.lastCheckAge());
    }

    private static CollectorInfo info(String id, ProcessState state) {
        boolean failed = state == ProcessState.FAILED || state == ProcessState.QUARANTINED;
        return new CollectorInfo(
                new CollectorId(id),
                "process-monitor",
                "web-02",
                "agent-web",
                state,
                failed ? Optional.of("ended by SIGKILL") : Optional.empty(),
                state.hasProcess() ? OptionalLong.of(4711) : OptionalLong.empty(),
                Optional.of(new Incarnation(1_767_268_800_000L)),
                OptionalLong.of(22_320),
                7,
                failed ? 2 : 0,
                failed
                        ? Optional.of(
                                new LastExit(
                                        OptionalInt.empty(),
                                        Optional.of("SIGKILL"),
                                        NOON,
                                        List.of("scanning /proc", "lost the event bus")))
                        : Optional.empty(),
                List.of("process"));
    }

    private static List<Beat> beats(HealthStatus health, Liveness liveness) {
        var beats = new ArrayList<Beat>();
        for (int at = 0; at < 40; at++) {
            var kind = BeatKind.GOOD;
            if (at > 30 && health == HealthStatus.DEGRADED) {
                kind = BeatKind.DEGRADED;
            } else if (at > 30 && liveness != Liveness.LIVE) {
                kind = BeatKind.LOST;
            } else if (at == 17) {
                kind = BeatKind.LATE;
            }
            beats.add(new Beat(at * SECOND, kind, at, 7));
        }
        return beats;
    }

    private static HealthCheckData check(String id, HealthStatus health) {
        return new HealthCheckData(
                new CollectorId(id),
                health,
                Map.of(
                        "process_enumeration",
                        component(
                                "process_enumeration",
                                HealthStatus.HEALTHY,
                                "Enumerating 1,234 processes"),
                        "event_bus",
                        component("event_bus", health, "Queue 83 % full, 4,150 of 5,000")),
                Map.of("processes_per_second", 156.7, "events_published", 12450.0),
                NOON,
                22_320,
                0);
    }

    private static ComponentHealth component(String name, HealthStatus status, String message) {
        return new ComponentHealth(name, status, Optional.of(message), NOON, 30);
    }

    /// Shows another snapshot to everybody who watches.
    public void show(FleetSnapshot next) {
        snapshot = next;
        watchers.forEach(each -> each.accept(next));
    }

    @Override
    public FleetSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public Runnable watch(Consumer<FleetSnapshot> listener) {
        watchers.add(listener);
        listener.accept(snapshot);
        return () -> watchers.remove(listener);
    }

    @Override
    public void focus(Optional<CollectorId> id) {}

    @Override
    public CompletableFuture<MetricHistory> history(CollectorId id) {
        var points = new ArrayList<MetricHistory.Point>();
        for (int at = 0; at < 300; at++) {
            points.add(new MetricHistory.Point(at * SECOND, 5 + 3 * Math.sin(at / 9.0)));
        }
        return CompletableFuture.completedFuture(
                new MetricHistory(
                        Map.of(
                                "cpu_usage_percent", points,
                                "memory_usage_mb", points,
                                "events_per_second", points)));
    }

    @Override
    public void close() {}
}
