package daemoneye.rpc.collector.gather;

import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.time.Ticker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Lets a gatherer look every interval, on a thread of its own: a scan that hangs (a dead network
/// disk) never stops the beats, it only shows in the [GatherState].
///
/// Never two scans at a time. Nothing a scan throws ends the loop.
public final class GatherLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GatherLoop.class);

    /// Between two scans at least, so that a slow machine still does other work.
    private static final Duration LEAST_REST = Duration.ofMillis(50);

    private final Gatherer gatherer;
    private final Ticker ticker;
    private final Executor thread;
    private final Supplier<GatherPace> pace;
    private final Consumer<List<Observation>> events;
    private final AtomicReference<GatherState> state;
    private final AtomicReference<Ticker.Alarm> alarm = new AtomicReference<>(() -> {});
    private volatile boolean closed;
    private volatile String lastFault = "";

    /// Only the newest turn counts; on the gathering thread only, as the next.
    private long turnNumber;

    private long turnBegan;

    /// @param thread runs one scan at a time; may block
    /// @param pace asked at each turn; see [#repace()]
    /// @param events told of what each scan found, on that thread
    public GatherLoop(
            Gatherer gatherer,
            Ticker ticker,
            Executor thread,
            Supplier<GatherPace> pace,
            Consumer<List<Observation>> events) {
        this.gatherer = gatherer;
        this.ticker = ticker;
        this.thread = thread;
        this.pace = pace;
        this.events = events;
        this.state = new AtomicReference<>(GatherState.initial(ticker.now()));
    }

    public GatherState state() {
        return state.get();
    }

    public GatherPace pace() {
        return pace.get();
    }

    /// Names of the components that scans report.
    public List<String> components() {
        return gatherer.components();
    }

    /// Looks now, and then every interval.
    public void start() {
        thread.execute(() -> turn(0));
    }

    /// The pace has changed: the next turn comes when it should by the new one.
    public void repace() {
        thread.execute(
                () -> {
                    if (turnNumber > 0 && !closed) {
                        plan();
                    }
                });
    }

    /// No more scans until [#resume()]; one in progress is finished.
    public void pause() {
        update(now -> now.paused(true));
    }

    /// Looks again, at the next turn.
    public void resume() {
        update(now -> now.paused(false));
    }

    /// One scan beside the usual ones, paused or not.
    public CompletableFuture<Scan> scanNow() {
        return CompletableFuture.supplyAsync(this::scan, thread);
    }

    /// Ends the scans and closes the gatherer, after the scan in progress.
    @Override
    public void close() {
        closed = true;
        alarm.get().cancel();
        thread.execute(gatherer::close);
    }

    private void turn(long number) {
        if (closed || number != turnNumber) {
            return;
        }
        turnBegan = ticker.nanos();
        if (!state().paused()) {
            scan();
        }
        plan();
    }

    /// A turn that was planned before no longer counts.
    private void plan() {
        long number = ++turnNumber;
        alarm.get().cancel();
        var rest = pace().interval().minus(ticker.since(turnBegan));
        var next = rest.compareTo(LEAST_REST) < 0 ? LEAST_REST : rest;
        alarm.set(ticker.after(next, () -> nextTurn(number)));
    }

    private void nextTurn(long number) {
        if (!closed) {
            thread.execute(() -> turn(number));
        }
    }

    private Scan scan() {
        long began = ticker.nanos();
        update(now -> now.began(began));
        var scan = look(began);
        var took = ticker.since(began);
        update(now -> now.ended(scan, ticker.now(), took.toNanos()));
        if (!scan.events().isEmpty()) {
            hand(scan.events());
        }
        return scan;
    }

    // As with the gatherer's: a bug of those who are told does not end the looking.
    private void hand(List<Observation> seen) {
        try {
            events.accept(seen);
        } catch (RuntimeException e) {
            tell(e);
        }
    }

    @SuppressWarnings(
            "CatchingUnchecked") // the top of a loop: a bug in one gatherer ends no process
    private Scan look(long began) {
        var findings = new Findings(pace().maxEvents());
        try {
            gatherer.scan(findings, began);
            return findings.scan();
        } catch (RuntimeException | LinkageError e) {
            tell(e);
            return failed(e);
        }
    }

    /// Once per kind of fault, not every second.
    private void tell(Throwable fault) {
        var text = fault.toString();
        if (!text.equals(lastFault)) {
            lastFault = text;
            LOG.warn("a scan failed, or what it found could not be told (told once)", fault);
        }
    }

    private Scan failed(Throwable fault) {
        var reports = new ArrayList<ComponentReport>();
        for (var name : gatherer.components()) {
            reports.add(
                    new ComponentReport(name, HealthStatus.UNHEALTHY, "the scan failed: " + fault));
        }
        return new Scan(reports, Map.of(), Map.of(), List.of(), 0, 1);
    }

    private void update(UnaryOperator<GatherState> change) {
        state.updateAndGet(change);
    }
}
