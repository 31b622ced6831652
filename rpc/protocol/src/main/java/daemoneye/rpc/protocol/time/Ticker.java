package daemoneye.rpc.protocol.time;

import java.time.Duration;
import java.time.Instant;

/// The only source of time in the system: every class that measures, waits or stamps takes one
/// through its constructor, so that tests move time by hand ([FakeTicker]) and never sleep.
///
/// Intervals, deadlines and liveness are measured with [#nanos()] only; [#now()] is for people and
/// records. A wall clock that jumps therefore never times anything out.
public interface Ticker {
    /// Monotonic time in nanoseconds from an arbitrary origin.
    long nanos();

    /// Wall-clock time, for stamps that people read.
    Instant now();

    /// Runs `task` once after `delay`, on the ticker's own thread: the task must be short and must
    /// not block.
    Alarm after(Duration delay, Runnable task);

    /// Time since an earlier reading of [#nanos()].
    default Duration since(long earlierNanos) {
        return Duration.ofNanos(nanos() - earlierNanos);
    }

    /// A task that waits for its time.
    interface Alarm {
        /// Stops the task if it has not begun. Calling it twice, or late, does nothing.
        void cancel();
    }
}
