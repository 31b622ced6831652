package daemoneye.rpc.protocol.time;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/// Time that moves only when told to. Alarms run inside [#advance(Duration)], on the calling
/// thread, in order of their time. The wall clock can be set apart from the monotonic one, to prove
/// that nothing depends on it.
public final class FakeTicker implements Ticker {
    private final PriorityQueue<Waiting> waiting =
            new PriorityQueue<>(
                    Comparator.comparingLong(Waiting::dueNanos).thenComparingLong(Waiting::order));
    private long nanos;
    private long orders;
    private Instant wallClock = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Instant now() {
        return wallClock;
    }

    @Override
    public synchronized Alarm after(Duration delay, Runnable task) {
        var alarm = new Waiting(nanos + Math.max(0, delay.toNanos()), orders++, task);
        waiting.add(alarm);
        return () -> forget(alarm);
    }

    /// Moves both clocks and runs every alarm that falls due on the way.
    public void advance(Duration step) {
        long target = nanos() + step.toNanos();
        for (var next = takeDue(target); next != null; next = takeDue(target)) {
            next.task().run();
        }
        moveTo(target);
    }

    /// Sets the wall clock alone, as a person or a time server would.
    public synchronized void setWallClock(Instant newNow) {
        wallClock = newNow;
    }

    /// How many alarms wait: for tests that nothing is left behind.
    public synchronized int waitingAlarms() {
        return waiting.size();
    }

    private synchronized void forget(Waiting alarm) {
        waiting.remove(alarm);
    }

    private synchronized @Nullable Waiting takeDue(long target) {
        var next = waiting.peek();
        if (next == null || next.dueNanos() > target) {
            return null;
        }
        waiting.remove();
        moveTo(Math.max(nanos, next.dueNanos()));
        return next;
    }

    private synchronized void moveTo(long newNanos) {
        wallClock = wallClock.plusNanos(newNanos - nanos);
        nanos = newNanos;
    }

    private record Waiting(long dueNanos, long order, Runnable task) {}
}
