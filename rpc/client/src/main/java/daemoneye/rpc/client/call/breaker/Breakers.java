package daemoneye.rpc.client.call.breaker;

import daemoneye.rpc.client.call.breaker.Admission.Granted;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// All breakers of one caller. Safe from any thread; nothing blocks.
///
/// Exactly one probe is under way at a time, however many calls race for it. While our own link is
/// down all stand still: nothing counts, no time passes, and every call goes (to fail because there
/// is no link).
public final class Breakers {
    /// Failures in a row that open a breaker (the design's `failure_threshold`).
    public static final int OPENS_AFTER = 5;

    /// How long it stays open (the design's `recovery_timeout`).
    public static final Duration OPEN_FOR = Duration.ofSeconds(60);

    /// How long a probe may take (the design's `half_open_timeout`).
    public static final Duration PROBE_TIME = Duration.ofSeconds(10);

    /// Most breakers with something to remember; calls beyond that are not guarded.
    static final int MOST = 10_000;

    private final LinkTime time;
    private final Ticker ticker;
    private final Consumer<BreakerChange> listener;

    // Guarded by this. What is missing is closed and has never been otherwise.
    private final Map<BreakerKey, BreakerState> states = new HashMap<>();
    private long serials;

    /// Our own link to the broker.
    public interface LinkTime {
        /// Whether it works.
        boolean up();

        /// For how long it has worked in all, nanoseconds.
        long nanos();
    }

    /// @param listener told of every change, on the thread that caused it
    public Breakers(LinkTime time, Ticker ticker, Consumer<BreakerChange> listener) {
        this.time = time;
        this.ticker = ticker;
        this.listener = listener;
    }

    /// Asks for leave to make a call.
    public Admission admit(BreakerKey key) {
        if (!time.up()) {
            return new Admission.Unguarded();
        }
        long now = time.nanos();
        Admission admission;
        Optional<BreakerChange> change;
        synchronized (this) {
            var before = state(key);
            var step = before.admit(new Granted(key, ++serials), now);
            admission = step.admission();
            change = keep(key, before, step.next(), now);
        }
        change.ifPresent(listener);
        if (change.isPresent() && admission instanceof Granted probe) {
            watch(probe, PROBE_TIME);
        }
        return admission;
    }

    /// Tells how a call ended that was granted.
    ///
    /// @param cause of trouble, for people
    public void ended(Granted permit, Verdict verdict, String cause) {
        long now = time.nanos();
        var weighed = verdict == Verdict.TROUBLE && !time.up() ? Verdict.NOTHING : verdict;
        Optional<BreakerChange> change;
        synchronized (this) {
            var before = state(permit.key());
            var after = before.ended(permit, weighed, cause, now, ++serials);
            change = keep(permit.key(), before, after, now);
        }
        change.ifPresent(listener);
    }

    /// Closes a breaker by hand.
    ///
    /// @return false if it was closed
    public boolean reset(CollectorId collector, CallClass callClass) {
        var key = new BreakerKey(collector, callClass);
        Optional<BreakerChange> change;
        synchronized (this) {
            var closed = new ClosedBreaker(++serials, 0, "reset by hand");
            change = keep(key, state(key), closed, time.nanos());
        }
        change.ifPresent(listener);
        return change.isPresent();
    }

    /// Those with something to tell, in order; all others are closed.
    public synchronized List<BreakerView> views() {
        long now = time.nanos();
        return states.entrySet().stream()
                .filter(each -> !isQuiet(each.getValue()))
                .map(each -> view(each.getKey(), each.getValue(), now))
                .sorted((one, other) -> one.key().compareTo(other.key()))
                .toList();
    }

    private void watch(Granted probe, Duration patience) {
        var _ = ticker.after(patience, () -> probeTimeIsOver(probe));
    }

    private void probeTimeIsOver(Granted probe) {
        Optional<BreakerChange> change = Optional.empty();
        Duration rest = Duration.ZERO;
        synchronized (this) {
            if (state(probe.key()) instanceof HalfOpenBreaker half
                    && half.probe() == probe.serial()) {
                long now = time.nanos();
                rest = BreakerState.until(half.due(), now);
                if (rest.isZero()) {
                    change = keep(probe.key(), half, half.overdue(now), now);
                }
            }
        }
        change.ifPresent(listener);
        if (rest.isPositive()) {
            watch(probe, rest);
        }
    }

    private BreakerState state(BreakerKey key) {
        return states.getOrDefault(key, ClosedBreaker.FIRST);
    }

    private Optional<BreakerChange> keep(
            BreakerKey key, BreakerState before, BreakerState after, long now) {
        if (after.equals(before)) {
            return Optional.empty();
        }
        if (after.equals(ClosedBreaker.FIRST)) {
            states.remove(key);
        } else if (hasRoom(key)) {
            states.put(key, after);
        }
        return before.standing() == after.standing()
                ? Optional.empty()
                : Optional.of(change(key, before, after, now));
    }

    private boolean hasRoom(BreakerKey key) {
        if (states.size() >= MOST && !states.containsKey(key)) {
            states.values().removeIf(Breakers::isQuiet);
        }
        return states.size() < MOST || states.containsKey(key);
    }

    /// Closed, and kept only so that late ends of old calls do not count.
    private static boolean isQuiet(BreakerState state) {
        return state.standing() == BreakerStanding.CLOSED && state.failures() == 0;
    }

    private static BreakerView view(BreakerKey key, BreakerState state, long now) {
        return new BreakerView(
                key, state.standing(), state.failures(), state.nextProbeIn(now), state.cause());
    }

    private static BreakerChange change(
            BreakerKey key, BreakerState before, BreakerState after, long now) {
        var cause =
                switch (after) {
                    case ClosedBreaker(_, _, var why) when !why.isEmpty() -> why;
                    case ClosedBreaker _ -> "the collector answers again";
                    case HalfOpenBreaker _ -> "one call finds out whether it answers again";
                    case OpenBreaker open -> open.cause();
                };
        return new BreakerChange(
                key, before.standing(), after.standing(), cause, after.nextProbeIn(now));
    }
}
