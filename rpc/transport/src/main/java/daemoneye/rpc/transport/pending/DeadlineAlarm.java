package daemoneye.rpc.transport.pending;

import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;

/// One alarm for any number of deadlines: it is set to the earliest one it has heard of, and asks
/// its owner to sweep when that has come. Calls that end before their deadline cost nothing.
///
/// For one thread, the one on which the ticker runs its alarms. A deadline is noticed at most
/// [#APART] late.
public final class DeadlineAlarm {
    /// Sweeps are at least this far apart, so that many different deadlines share one.
    public static final Duration APART = Duration.ofMillis(10);

    /// What a sweep answers when nothing waits any more.
    public static final long NOTHING_WAITS = Long.MAX_VALUE;

    private final Ticker ticker;
    private final Sweep sweep;
    private Ticker.Alarm alarm = () -> {};
    private long alarmNanos;
    private boolean armed;
    private boolean closed;

    /// @param ticker whose alarms run on the owner's thread
    public DeadlineAlarm(Ticker ticker, Sweep sweep) {
        this.ticker = ticker;
        this.sweep = sweep;
    }

    /// Makes sure that a sweep happens at this time, at the latest [#APART] after it.
    public void expect(long deadlineNanos) {
        if (armed && alarmNanos - deadlineNanos <= 0) {
            return;
        }
        arm(deadlineNanos - ticker.nanos());
    }

    /// No more sweeps.
    public void close() {
        closed = true;
        alarm.cancel();
    }

    private void arm(long delayNanos) {
        if (closed) {
            return;
        }
        alarm.cancel();
        armed = true;
        long delay = Math.max(0, delayNanos);
        alarmNanos = ticker.nanos() + delay;
        alarm = ticker.after(Duration.ofNanos(delay), this::ring);
    }

    private void ring() {
        armed = false;
        long next = closed ? NOTHING_WAITS : sweep.expire(ticker.nanos());
        if (next != NOTHING_WAITS) {
            // A deadline met during the sweep may have armed an earlier alarm already.
            expect(ticker.nanos() + Math.max(next, APART.toNanos()));
        }
    }

    /// Ends what is over.
    @FunctionalInterface
    public interface Sweep {
        /// Ends everything whose deadline is not after `nowNanos`.
        ///
        /// @return nanoseconds from now to the next deadline, or [#NOTHING_WAITS]
        long expire(long nowNanos);
    }
}
