package daemoneye.rpc.transport.bus;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/// The one way onto the loop thread: whatever other threads want done gathers here, is done in
/// order, and flushed once. A thousand calls at a time therefore cost few hand-overs and few system
/// calls. Tasks given on the loop itself run after what it is doing: at once behind a frame that is
/// being taken ([#whileTaking]), else as soon as the loop comes to them.
final class LoopInbox {
    private static final Logger LOG = LoggerFactory.getLogger(LoopInbox.class);

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Runnable drain = this::drain;
    private final Executor loop;
    private final Runnable afterBatch;
    private final Runnable onLoopGone;
    private volatile boolean closed;
    private volatile @Nullable Thread taking;
    private boolean draining;

    /// @param afterBatch runs on the loop after each batch of tasks
    /// @param onLoopGone closes this inbox, when the loop takes no tasks any more
    LoopInbox(Executor loop, Runnable afterBatch, Runnable onLoopGone) {
        this.loop = loop;
        this.afterBatch = afterBatch;
        this.onLoopGone = onLoopGone;
    }

    void run(Runnable task) {
        tasks.add(task);
        if (closed) {
            drain();
        } else if (Thread.currentThread() != taking && scheduled.compareAndSet(false, true)) {
            schedule();
        }
    }

    /// Runs `frame` and then what it gave to this inbox, without a way round through the loop's own
    /// queue; the caller flushes. On the loop.
    void whileTaking(Runnable frame) {
        taking = Thread.currentThread();
        try {
            frame.run();
            runAll();
        } finally {
            taking = null;
        }
    }

    /// From now on tasks run where they come from, one at a time: the loop may be gone, and may
    /// forget what it is given.
    void close() {
        closed = true;
        drain();
    }

    private void schedule() {
        try {
            loop.execute(drain);
        } catch (RejectedExecutionException e) {
            LOG.debug("the loop is gone", e);
            onLoopGone.run();
        }
    }

    /// The lock is free of contention as long as the loop lives.
    private synchronized void drain() {
        scheduled.set(false);
        if (runAll()) {
            afterBatch.run();
        }
    }

    /// @return false if it is being done
    private synchronized boolean runAll() {
        if (draining) {
            return false;
        }
        draining = true;
        for (var task = tasks.poll(); task != null; task = tasks.poll()) {
            guarded(task);
        }
        draining = false;
        return true;
    }

    /// The top of the loop: also a class that cannot be loaded must not leave a session deaf.
    static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            failed(e);
        }
    }

    /// A listener with a bug must not take the others with it.
    static void failed(Throwable fault) {
        LOG.error("a listener failed; the session goes on", fault);
    }
}
