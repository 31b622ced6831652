package daemoneye.rpc.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waiting with a bound, for what happens on other threads.
final class Await {
    static final long SECONDS = 20;

    private Await() {}

    static <T> T result(CompletableFuture<T> future) throws Exception {
        return future.get(SECONDS, TimeUnit.SECONDS);
    }

    static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        var next = queue.poll(SECONDS, TimeUnit.SECONDS);
        assertThat(next).as("something within %d s", SECONDS).isNotNull();
        return next;
    }

    /// Looks again every few milliseconds.
    static void until(String what, BooleanSupplier condition) {
        for (int look = 0; look < SECONDS * 200 && !condition.getAsBoolean(); look++) {
            LockSupport.parkNanos(5_000_000);
        }
        assertThat(condition.getAsBoolean()).as(what).isTrue();
    }
}
