package daemoneye.rpc.transport.netty;

import daemoneye.rpc.protocol.time.Ticker;

import io.netty.channel.EventLoop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/// A clock with alarms on an event loop. Alarms that are set after the loop has ended never run;
/// one that is cancelled on the loop does not run either, even if it was due already.
///
/// The loop is told of the next alarm only: most are cancelled long before their time, and waking
/// the loop for each of them, from wherever it was set, cost more than the calls that they guard.
final class LoopTimer implements Ticker {
    private static final Logger LOG = LoggerFactory.getLogger(LoopTimer.class);

    /// Longer waits are none; keeps differences of times from overflowing.
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private static final Comparator<Waiting> BY_TIME =
            (one, other) -> {
                int sooner = Long.signum(one.dueNanos() - other.dueNanos());
                return sooner == 0 ? Long.compare(one.number(), other.number()) : sooner;
            };

    private final Ticker clock;
    private final EventLoop loop;

    // All guarded by `waiting`.
    private final TreeSet<Waiting> waiting = new TreeSet<>(BY_TIME);
    private long lastNumber;
    private long lastRing;
    private Optional<Long> ringsAt = Optional.empty();

    /// @param number in the order of setting
    private record Waiting(long dueNanos, long number, Runnable task) {}

    LoopTimer(Ticker clock, EventLoop loop) {
        this.clock = clock;
        this.loop = loop;
    }

    @Override
    public long nanos() {
        return clock.nanos();
    }

    @Override
    public Instant now() {
        return clock.now();
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        long nanos = (delay.compareTo(LONGEST) < 0 ? delay : LONGEST).toNanos();
        synchronized (waiting) {
            var alarm = new Waiting(clock.nanos() + nanos, ++lastNumber, task);
            waiting.add(alarm);
            ringForTheFirst();
            return () -> cancel(alarm);
        }
    }

    private void cancel(Waiting alarm) {
        synchronized (waiting) {
            waiting.remove(alarm);
        }
    }

    /// With the lock. What rings for an alarm that is gone finds nothing to do.
    private void ringForTheFirst() {
        if (waiting.isEmpty()) {
            return;
        }
        long due = waiting.getFirst().dueNanos();
        if (ringsAt.isPresent() && ringsAt.get() - due <= 0) {
            return;
        }
        ringsAt = Optional.of(due);
        long ring = ++lastRing;
        try {
            var _ = loop.schedule(() -> ring(ring), due - clock.nanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            waiting.clear();
        }
    }

    private void ring(long number) {
        synchronized (waiting) {
            if (number != lastRing) {
                return; // another one was set, for an earlier time
            }
            ringsAt = Optional.empty();
        }
        long now = clock.nanos(); // what tasks set anew is for another round
        for (var due = nextDue(now); due.isPresent(); due = nextDue(now)) {
            run(due.get());
        }
        synchronized (waiting) {
            ringForTheFirst();
        }
    }

    private Optional<Waiting> nextDue(long now) {
        synchronized (waiting) {
            return waiting.isEmpty() || waiting.getFirst().dueNanos() - now > 0
                    ? Optional.empty()
                    : Optional.ofNullable(waiting.pollFirst());
        }
    }

    /// The top of the loop.
    private static void run(Waiting due) {
        try {
            due.task().run();
        } catch (RuntimeException e) {
            LOG.error("an alarm failed; the others go on", e);
        }
    }
}
