package daemoneye.rpc.protocol.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The real clock and one daemon thread for alarms. The only class that may ask the system for the
/// time (a test guards this).
public final class SystemTicker implements Ticker, AutoCloseable {
    private final ScheduledThreadPoolExecutor alarms;

    /// @param name of the alarm thread, as seen in thread dumps
    public SystemTicker(String name) {
        alarms =
                new ScheduledThreadPoolExecutor(
                        1, task -> Thread.ofPlatform().daemon().name(name).unstarted(task));
        alarms.setRemoveOnCancelPolicy(true);
        alarms.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        try {
            var scheduled = alarms.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        } catch (RejectedExecutionException _) {
            // Closed, perhaps at this very moment.
            return () -> {};
        }
    }

    /// Pauses the calling thread; for command-line programs that wait, never for event loops.
    ///
    /// @throws InterruptedException if the thread is interrupted meanwhile
    public void pause(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }

    /// Forgets all waiting alarms.
    @Override
    public void close() {
        alarms.shutdownNow();
    }
}
