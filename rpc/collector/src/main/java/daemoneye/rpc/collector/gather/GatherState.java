package daemoneye.rpc.collector.gather;

import java.time.Instant;
import java.util.Optional;

/// How the gathering stands; immutable.
///
/// @param last the newest finished scan
/// @param lastAt when it ended, by the wall clock
/// @param lastTookNanos how long it took
/// @param beganNanos when the scan in progress began
/// @param scans finished since the process began
/// @param errors failed reads since the process began
/// @param omitted events beyond the bound of their scan
public record GatherState(
        Optional<Scan> last,
        Instant lastAt,
        long lastTookNanos,
        Optional<Long> beganNanos,
        boolean paused,
        long scans,
        long errors,
        long omitted) {
    static GatherState initial(Instant now) {
        return new GatherState(Optional.empty(), now, 0, Optional.empty(), false, 0, 0, 0);
    }

    GatherState began(long nanos) {
        return new GatherState(
                last, lastAt, lastTookNanos, Optional.of(nanos), paused, scans, errors, omitted);
    }

    GatherState ended(Scan scan, Instant at, long tookNanos) {
        return new GatherState(
                Optional.of(scan),
                at,
                tookNanos,
                Optional.empty(),
                paused,
                scans + 1,
                errors + scan.errors(),
                omitted + scan.omitted());
    }

    GatherState paused(boolean now) {
        return new GatherState(
                last, lastAt, lastTookNanos, beganNanos, now, scans, errors, omitted);
    }
}
