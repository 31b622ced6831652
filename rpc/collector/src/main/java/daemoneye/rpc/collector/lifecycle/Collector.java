package daemoneye.rpc.collector.lifecycle;

import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.collector.capability.Capabilities;
import daemoneye.rpc.collector.cleanup.Cleanup;
import daemoneye.rpc.collector.cleanup.LastShutdown;
import daemoneye.rpc.collector.events.EventPublisher;
import daemoneye.rpc.collector.gather.GatherLoop;
import daemoneye.rpc.collector.gather.GatherPace;
import daemoneye.rpc.collector.gather.Gatherer;
import daemoneye.rpc.collector.health.HealthReport;
import daemoneye.rpc.collector.health.HealthSources;
import daemoneye.rpc.collector.health.Vitals;
import daemoneye.rpc.collector.machine.Platform;
import daemoneye.rpc.protocol.payload.CapabilitiesData;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// One collector on the bus: gathers, registers, beats, answers and ends.
///
/// ```
/// start ─► connected ─► Register ─► beats ◄──Pause/Resume──► beats, paused
///                          ▲          │
///                          └─reconnect┘      GracefulShutdown, end() ─► cleanup ─► Deregister ─►
/// ended
/// ```
///
/// Three threads: the loop (registration, beats, publishing), one that gathers and may block, and
/// the service's own for requests. A failure of any of them is seen from outside: no beats, a scan
/// that hangs, no answers.
public final class Collector {
    /// What [#end(String)] grants to events that wait; leaving takes a second more at most.
    private static final Duration END_BUDGET = Duration.ofSeconds(2);

    private final CollectorSpec spec;
    private final CollectorLink link;
    private final CollectorMeans means;
    private final EventPublisher events;
    private final GatherLoop gathering;
    private final Vitals vitals;
    private final CapabilitiesData capabilities;
    private final Registration registration;
    private final HealthReport health;
    private final Heartbeats heartbeats;
    private final Ending ending;

    public Collector(
            CollectorSpec spec, Gatherer gatherer, CollectorLink link, CollectorMeans means) {
        this.spec = spec;
        this.link = link;
        this.means = means;
        var settings = spec.settings().now();
        var ticker = means.ticker();
        events =
                new EventPublisher(
                        spec.id(),
                        link.connection(),
                        ticker,
                        means.loop(),
                        settings.number("event_queue_capacity"),
                        () -> spec.settings().now().number("batch_size"));
        gathering = new GatherLoop(gatherer, ticker, means.gathering(), this::pace, events::accept);
        spec.settings().afterChange(gathering::repace);
        vitals = new Vitals(means.use(), ticker);
        capabilities =
                new Capabilities(settings.type(), means.held(), Platform.current())
                        .of(spec.id(), RequestDesk.OPERATIONS, spec.agentId().isPresent());
        registration =
                new Registration(
                        spec, capabilities, link.caller(), ticker, means.loop(), this::registered);
        health = health();
        heartbeats =
                new Heartbeats(
                        spec, link.connection(), ticker, means.loop(), means.random(), this::pulse);
        ending = ending();
    }

    private GatherPace pace() {
        var now = spec.settings().now();
        return new GatherPace(now.millis("scan_interval_ms"), now.number("max_events_per_scan"));
    }

    private HealthReport health() {
        var sources =
                new HealthSources(
                        gathering,
                        events,
                        vitals,
                        () -> link.connection().state(),
                        () -> registration.state(),
                        means.audit());
        return new HealthReport(spec.id(), means.ticker(), sources);
    }

    private Ending ending() {
        var file = new JsonRunFile(spec, means.stateFolder(), health, means.ticker());
        var ticker = means.ticker();
        var cleanup = new Cleanup(gathering, events, means.auditFlush(), file, ticker);
        var last = new LastShutdown(means.stateFolder().resolve(spec.id() + "-shutdown-ms"));
        return new Ending(cleanup, registration, heartbeats, link, means.loop(), last, ticker);
    }

    /// Begins: gathers at once, registers as soon as the link works.
    public void start() {
        var fences = new Fences(spec);
        new RequestDesk(spec)
                .open(
                        link.service(),
                        () -> health.check(heartbeats.lastSent()),
                        capabilities,
                        this::pause,
                        new ConfigDesk(spec, fences, this::beatNow),
                        new ShutdownDesk(ending, fences, means.ticker()),
                        new TaskDesk(gathering, fences));
        gathering.start();
        link.connection().watch(state -> means.loop().execute(() -> linkChanged(state)));
    }

    /// Ends cleanly within a few seconds, whatever the link does.
    ///
    /// @param reason for those who ask later
    /// @return as [#ended()]
    public CompletableFuture<Void> end(String reason) {
        var _ = ending.cleanUp(END_BUDGET, reason, _ -> {}).thenRun(() -> ending.leave(reason));
        return ended();
    }

    /// Completes when the collector has ended and its link is closed.
    public CompletableFuture<Void> ended() {
        return ending.ended();
    }

    private void linkChanged(ConnectionState state) {
        switch (state) {
            case ConnectionState.Connected _ -> registration.begin();
            case ConnectionState.Reconnecting _, ConnectionState.Closed _ -> {}
        }
    }

    private void registered(Optional<Duration> interval) {
        heartbeats.start(interval.orElse(spec.heartbeat()));
    }

    private void pause(boolean paused) {
        if (paused) {
            gathering.pause();
        } else {
            gathering.resume();
        }
        beatNow();
    }

    private void beatNow() {
        means.loop().execute(heartbeats::beatNow);
    }

    private Heartbeats.Pulse pulse() {
        return new Heartbeats.Pulse(
                health.status(),
                gathering.state().paused(),
                vitals.measure(events.load().published()));
    }
}
