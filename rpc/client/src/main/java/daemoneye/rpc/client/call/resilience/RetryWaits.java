package daemoneye.rpc.client.call.resilience;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before a repeat: the design's 100 ms, doubled each time, at most 5 s, and a
/// random part of that (full jitter). Safe from any thread.
final class RetryWaits {
    /// Tries of one call in all (the design's `max_attempts`).
    static final int MAX_ATTEMPTS = 3;

    /// Bound of the first wait (the design's `base_delay`).
    static final Duration FIRST = Duration.ofMillis(100);

    /// Bound of every wait (the design's `max_delay`).
    static final Duration CAP = Duration.ofSeconds(5);

    private static final int DOUBLINGS_TO_CAP = 6;
    private final RandomGenerator random;

    RetryWaits(RandomGenerator random) {
        this.random = random;
    }

    /// The wait before the try after number `failed`, from 1.
    synchronized Duration after(int failed) {
        return Duration.ofNanos(random.nextLong(bound(failed).toNanos() + 1));
    }

    /// The longest that [#after(int)] may say.
    static Duration bound(int failed) {
        if (failed > DOUBLINGS_TO_CAP) {
            return CAP;
        }
        var grown = FIRST.multipliedBy(1L << Math.max(0, failed - 1));
        return grown.compareTo(CAP) < 0 ? grown : CAP;
    }
}
