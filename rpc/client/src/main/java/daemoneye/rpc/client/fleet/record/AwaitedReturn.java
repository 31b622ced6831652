package daemoneye.rpc.client.fleet.record;

import java.time.Duration;

/// Whether a collector has still to come back after our link was lost. If it was the broker that
/// went, collectors and agents find it again each in its own time: until then their silence is part
/// of the same outage and says nothing about them. Loop thread only; times are nanoseconds.
final class AwaitedReturn {
    /// The longest wait between two tries of a connection. Whoever is not back after that has
    /// trouble of its own.
    static final long PATIENCE = Duration.ofSeconds(5).toNanos();

    private boolean awaited;
    private long lostNanos;

    /// Our link was lost, and the collector had beaten before.
    void linkLost(long nowNanos) {
        awaited = true;
        lostNanos = nowNanos;
    }

    /// It beat, or is another process by now.
    void over() {
        awaited = false;
    }

    /// Time has passed.
    ///
    /// @return whether its silence is still excused
    boolean advance(Moment now) {
        awaited &= !now.linkUp() || now.upForNanos() < PATIENCE;
        return awaited;
    }

    boolean awaited() {
        return awaited;
    }

    /// Whether word from `nanos` is older than the outage.
    boolean makesOld(long nanos) {
        return awaited && nanos <= lostNanos;
    }
}
