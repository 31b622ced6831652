package daemoneye.rpc.agent.supervise.recover;

import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.util.ArrayDeque;

/// Decides whether a crashed collector is started again. Confined to the loop.
///
/// Each crash doubles the delay, from [#FIRST_DELAY] to [#LONGEST_DELAY]; a life of
/// [#LONGEST_DELAY] or more begins anew. [#MOST_CRASHES] within [#WINDOW] are enough: then only a
/// person starts it.
final class Restarts {
    static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    static final Duration LONGEST_DELAY = Duration.ofSeconds(60);
    static final Duration WINDOW = Duration.ofSeconds(60);
    static final int MOST_CRASHES = 3;

    private final Ticker ticker;
    private final ArrayDeque<Long> crashes = new ArrayDeque<>();
    private Duration delay = Duration.ZERO;
    private int restarted;

    Restarts(Ticker ticker) {
        this.ticker = ticker;
    }

    /// What to do after a crash.
    sealed interface Verdict {
        /// Start it again after `delay`.
        record Again(Duration delay) implements Verdict {}

        /// Leave it down: so many crashes within the window.
        record Enough(int crashes) implements Verdict {}
    }

    /// It crashed now, after a life of `lived`.
    Verdict crashed(Duration lived) {
        long now = ticker.nanos();
        crashes.addLast(now);
        crashes.removeIf(at -> now - at > WINDOW.toNanos());
        if (crashes.size() >= MOST_CRASHES) {
            return new Verdict.Enough(crashes.size());
        }
        delay = lived.compareTo(LONGEST_DELAY) >= 0 ? FIRST_DELAY : next();
        return new Verdict.Again(delay);
    }

    /// It is being started again.
    void startsAgain() {
        restarted++;
    }

    /// A person starts it: all is forgotten.
    void forget() {
        crashes.clear();
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
