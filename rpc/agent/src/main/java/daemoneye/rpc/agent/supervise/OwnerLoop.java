package daemoneye.rpc.agent.supervise;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/// The one thread that owns the state of all collectors of an agent: tasks run in order, each
/// wholly before the next, so that no change of state is ever seen half done. Tasks given after the
/// end are forgotten.
public final class OwnerLoop implements Executor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnerLoop.class);

    private final ExecutorService thread;

    /// @param name as seen in thread dumps
    public OwnerLoop(String name) {
        thread =
                Executors.newSingleThreadExecutor(
                        task -> Thread.ofPlatform().daemon().name(name).unstarted(task));
    }

    @Override
    public void execute(Runnable task) {
        try {
            thread.execute(() -> run(task));
        } catch (RejectedExecutionException e) {
            LOG.debug("A step came after the end", e);
        }
    }

    // The top of a loop: a bug in one task must not end the supervision of all.
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("A step of the agent failed; please report this", e);
        }
    }

    /// Runs what it has, then ends. Waits for that, a second at most; not for the loop itself.
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(1, TimeUnit.SECONDS)) {
                LOG.warn("A step of the agent takes long; it is not waited for");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
