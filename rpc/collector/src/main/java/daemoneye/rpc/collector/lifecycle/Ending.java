package daemoneye.rpc.collector.lifecycle;

import daemoneye.rpc.client.serve.Step;
import daemoneye.rpc.collector.cleanup.Cleanup;
import daemoneye.rpc.collector.cleanup.LastShutdown;
import daemoneye.rpc.collector.cleanup.TaskOutcome;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The clean end of a collector, once, whoever and however many ask for it: a GracefulShutdown, a
/// signal, or the end of standard input.
final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);
    private static final Step STOPPING =
            Step.of("stops gathering").with("phase", ConfigValue.of("stopping"));

    private final Cleanup cleanup;
    private final Registration registration;
    private final Heartbeats heartbeats;
    private final CollectorLink link;
    private final Executor loop;
    private final LastShutdown last;
    private final Ticker ticker;
    private final Optional<Duration> estimate;
    private volatile long beganNanos;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean leaving = new AtomicBoolean();
    private final CompletableFuture<List<TaskOutcome>> cleaned = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    Ending(
            Cleanup cleanup,
            Registration registration,
            Heartbeats heartbeats,
            CollectorLink link,
            Executor loop,
            LastShutdown last,
            Ticker ticker) {
        this.cleanup = cleanup;
        this.registration = registration;
        this.heartbeats = heartbeats;
        this.link = link;
        this.loop = loop;
        this.last = last;
        this.ticker = ticker;
        this.estimate = last.took();
    }

    /// Completes when nothing is left to do but to leave the process.
    CompletableFuture<Void> ended() {
        return ended.copy();
    }

    /// How long the end takes from its beginning until all is closed: as long as it took the last
    /// time; if it was never measured, as long as it has taken so far.
    Duration estimate() {
        return estimate.orElseGet(() -> ticker.since(beganNanos));
    }

    /// Puts things in order; whoever comes second waits for the first.
    ///
    /// @param step told when gathering stops, and of each task when it is over; the first one's
    ///     only
    /// @return what the tasks came to
    CompletableFuture<List<TaskOutcome>> cleanUp(
            Duration budget, String reason, Consumer<Step> step) {
        if (begun.compareAndSet(false, true)) {
            LOG.info("ends: {}", reason);
            beganNanos = ticker.nanos();
            step.accept(STOPPING);
            var steps = new CopyOnWriteArrayList<TaskOutcome>();
            var _ =
                    cleanup.run(budget, reason, each -> note(each, steps, step))
                            .whenComplete((_, _) -> cleaned.complete(List.copyOf(steps)));
        }
        return cleaned.copy();
    }

    private static void note(TaskOutcome outcome, List<TaskOutcome> steps, Consumer<Step> step) {
        steps.add(outcome);
        step.accept(outcome.step());
    }

    /// Says good-bye and closes everything.
    void leave(String reason) {
        if (leaving.compareAndSet(false, true)) {
            loop.execute(() -> deregister(reason));
        }
    }

    private void deregister(String reason) {
        heartbeats.stop();
        var _ = registration.leave(reason).whenComplete((_, _) -> close());
    }

    private void close() {
        link.service().close();
        link.connection().close();
        last.took(ticker.since(beganNanos));
        ended.complete(null);
    }
}
