package daemoneye.rpc.cli.fleet;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

/// Hands values to a slower thread that wants only the newest one: a terminal that is held up must
/// not hold up the fleet.
final class NewestOnly<T> {
    private final LinkedBlockingDeque<T> places = new LinkedBlockingDeque<>(1);

    /// Replaces what waits. Never blocks.
    synchronized void put(T value) {
        places.clear();
        places.add(value);
    }

    /// The newest one, waited for at most so long.
    Optional<T> take(Duration patience) throws InterruptedException {
        return Optional.ofNullable(places.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }
}
