package daemoneye.rpc.cli.fleet;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The heartbeats that came since we listen. Safe from any thread.
final class BeatLog {
    /// Usual on one host; a longer one is believed as soon as a beat tells of it.
    static final Duration USUAL_INTERVAL = Duration.ofSeconds(1);

    private final Ticker ticker;
    private final long sinceNanos;
    private final Map<CollectorId, Long> heardNanos = new ConcurrentHashMap<>();
    private volatile Duration interval = USUAL_INTERVAL;

    BeatLog(Ticker ticker) {
        this.ticker = ticker;
        sinceNanos = ticker.nanos();
    }

    void heard(HeartbeatData beat) {
        heardNanos.put(beat.collectorId(), ticker.nanos());
        var told = Duration.ofMillis(beat.intervalMs());
        if (told.compareTo(interval) > 0) {
            interval = told;
        }
    }

    /// Since the last beat of that collector; empty if none came.
    Optional<Duration> age(CollectorId id) {
        return Optional.ofNullable(heardNanos.get(id)).map(ticker::since);
    }

    /// How long we listen.
    Duration listened() {
        return ticker.since(sinceNanos);
    }

    /// The longest interval that any collector told.
    Duration interval() {
        return interval;
    }
}
