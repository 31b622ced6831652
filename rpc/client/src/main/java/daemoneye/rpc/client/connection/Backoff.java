package daemoneye.rpc.client.connection;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before a try: full jitter, so that a thousand clients of a broker that comes
/// back do not arrive at the same moment. Uniform between nothing and a bound that begins at
/// [#FIRST], doubles with each try, and stays at [#CAP].
final class Backoff {
    /// Bound of the first wait (the reliability figures: first ≤ 250 ms).
    static final Duration FIRST = Duration.ofMillis(250);

    /// Bound of every later wait (the reliability figures: cap 5 s).
    static final Duration CAP = Duration.ofSeconds(5);

    private static final int DOUBLINGS_TO_CAP = 5;
    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /// The wait before try number `attempt`, from 1.
    Duration before(int attempt) {
        return Duration.ofNanos(random.nextLong(bound(attempt).toNanos() + 1));
    }

    /// The longest that [#before(int)] may say.
    static Duration bound(int attempt) {
        if (attempt > DOUBLINGS_TO_CAP) {
            return CAP;
        }
        var grown = FIRST.multipliedBy(1L << Math.max(0, attempt - 1));
        return grown.compareTo(CAP) < 0 ? grown : CAP;
    }
}
