package daemoneye.rpc.collector.lifecycle;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The clean end of a collector, once, whoever and however many ask for it: a GracefulShutdown, a
/// signal, or the end of standard input.
final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    private final Cleanup cleanup;
    private final Registration registration;
    private final Heartbeats heartbeats;
    private final CollectorLink link;
    private final Executor loop;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean leaving = new AtomicBoolean();
    private final CompletableFuture<List<String>> cleaned = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    Ending(
            Cleanup cleanup,
            Registration registration,
            Heartbeats heartbeats,
            CollectorLink link,
            Executor loop) {
        this.cleanup = cleanup;
        this.registration = registration;
        this.heartbeats = heartbeats;
        this.link = link;
        this.loop = loop;
    }

    /// Completes when nothing is left to do but to leave the process.
    CompletableFuture<Void> ended() {
        return ended.copy();
    }

    /// Puts things in order; whoever comes second waits for the first.
    ///
    /// @param step told of each task when it is over; the first one's only
    /// @return what the tasks came to, a phrase each
    CompletableFuture<List<String>> cleanUp(Duration budget, String reason, Consumer<String> step) {
        if (begun.compareAndSet(false, true)) {
            LOG.info("ends: {}", reason);
            var steps = new CopyOnWriteArrayList<String>();
            var _ =
                    cleanup.run(budget, reason, each -> note(each, steps, step))
                            .whenComplete((_, _) -> cleaned.complete(List.copyOf(steps)));
        }
        return cleaned.copy();
    }

    private static void note(String outcome, List<String> steps, Consumer<String> step) {
        steps.add(outcome);
        step.accept(outcome);
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
        ended.complete(null);
    }
}
