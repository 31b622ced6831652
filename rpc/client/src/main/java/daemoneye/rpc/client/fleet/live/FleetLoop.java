package daemoneye.rpc.client.fleet.live;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Runs tasks one after another, in the order they came, on somebody else's executor. A task that
/// is given from within a task waits for its turn, so state that only tasks touch needs no lock,
/// even if the executor runs things at once on the calling thread, as in tests.
///
/// Safe from any thread. Beats are refused while [#MAX_WAITING] tasks wait; everything else is few
/// (answers to calls that are limited, state changes) and never refused.
final class FleetLoop {
    /// Ten seconds of beats of the largest fleet that is planned for: 2,000 at one a second.
    static final int MAX_WAITING = 20_000;

    private static final Logger LOG = LoggerFactory.getLogger(FleetLoop.class);

    private final Executor executor;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong refused = new AtomicLong();

    FleetLoop(Executor executor) {
        this.executor = executor;
    }

    void execute(Runnable task) {
        tasks.add(task);
        if (waiting.getAndIncrement() == 0) {
            executor.execute(this::drain);
        }
    }

    /// As [#execute], unless too much waits already: then it is counted and forgotten.
    void offer(Runnable task) {
        if (waiting.get() >= MAX_WAITING) {
            refused.incrementAndGet();
        } else {
            execute(task);
        }
    }

    /// Runs `then` with the result; never, if the future completes exceptionally.
    <T> void whenDone(CompletableFuture<T> future, Consumer<T> then) {
        var _ = future.thenAccept(result -> execute(() -> then.accept(result)));
    }

    /// How many tasks were refused since this was last asked.
    long takeRefused() {
        return refused.getAndSet(0);
    }

    private void drain() {
        do {
            runNext();
        } while (waiting.decrementAndGet() > 0);
    }

    private void runNext() {
        try {
            tasks.remove().run();
        } catch (RuntimeException | Error bug) {
            LOG.error("A task of the fleet's loop failed; the loop goes on.", bug);
        }
    }
}
