package daemoneye.rpc.agent.supervise.recover;

import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.util.ArrayDeque;

/// Decides whether a crashed collector is started again. Confined to the loop.
///
/// Each crash doubles the delay, from [#FIRST_DELAY] to [#LONGEST_DELAY]; a life of
/// [#LONGEST_DELAY] or more begins anew. There are at most [#MOST_RESTARTS] restarts within
/// [#WINDOW]: who crashes then is left down until a person starts it.
final class Restarts {
    static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    static final Duration LONGEST_DELAY = Duration.ofSeconds(60);
    static final Duration WINDOW = Duration.ofSeconds(60);
    static final int MOST_RESTARTS = 3;

    private final Ticker ticker;
    private final ArrayDeque<Long> starts = new ArrayDeque<>();
    private Duration delay = Duration.ZERO;
    private int restarted;

    Restarts(Ticker ticker) {
        this.ticker = ticker;
    }

    /// What to do after a crash.
    sealed interface Verdict {
        /// Start it again after `delay`.
        record Again(Duration delay) implements Verdict {}

        /// Leave it down: so many restarts within the window have not helped.
        record Enough(int restarts) implements Verdict {}
    }

    /// It crashed now, after a life of `lived`.
    Verdict crashed(Duration lived) {
        long now = ticker.nanos();
        starts.removeIf(at -> now - at > WINDOW.toNanos());
        if (starts.size() >= MOST_RESTARTS) {
            return new Verdict.Enough(starts.size());
        }
        delay = lived.compareTo(LONGEST_DELAY) >= 0 ? FIRST_DELAY : next();
        return new Verdict.Again(delay);
    }

    /// It is being started again.
    void startsAgain() {
        starts.addLast(ticker.nanos());
        restarted++;
    }

    /// A person starts it: all is forgotten.
    void forget() {
        starts.clear();
        delay = Duration.ZERO;
        restarted = 0;
    }

    /// Automatic restarts since a person last started it.
    int count() {
        return restarted;
    }

    private Duration next() {
        var doubled = delay.isZero() ? FIRST_DELAY : delay.multipliedBy(2);
        return doubled.compareTo(LONGEST_DELAY) < 0 ? doubled : LONGEST_DELAY;
    }
}
