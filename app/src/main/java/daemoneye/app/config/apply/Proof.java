package daemoneye.app.config;

import daemoneye.rpc.client.fleet.BeatKind;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.protocol.state.HealthStatus;

import java.time.Duration;

/// Counts the beats of a collector after a change. A beat is good if it says no worse than the
/// collector said before the change.
final class GoodBeats {
    /// So many are proof enough.
    static final int ENOUGH = 3;

    /// How long we wait for them: a start takes 2 s, and the liveness monitor 3 s to say that
    /// something is wrong.
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final boolean wasDegraded;
    private final long since;
    private int count;

    /// @param before as it was before the change
    /// @param now as it is when the change is done: only later beats count
    GoodBeats(CollectorView before, CollectorView now) {
        wasDegraded = before.health() != HealthStatus.HEALTHY;
        since = newest(now);
    }

    private static long newest(CollectorView view) {
        return view.beats().isEmpty() ? Long.MIN_VALUE : view.beats().getLast().atNanos();
    }

    /// @return whether there are enough
    boolean count(CollectorView view) {
        count =
                (int)
                        view.beats().stream()
                                .filter(beat -> beat.atNanos() > since && isGood(beat.kind()))
                                .count();
        return count >= ENOUGH;
    }

    private boolean isGood(BeatKind kind) {
        return kind == BeatKind.GOOD
                || kind == BeatKind.LATE
                || (kind == BeatKind.DEGRADED && wasDegraded);
    }

    int seen() {
        return Math.min(count, ENOUGH);
    }
}
