package daemoneye.rpc.collector.gather;

import java.time.Duration;

/// How often to look, and how much one look may tell.
///
/// @param maxEvents per scan; what is beyond is counted only
public record GatherPace(Duration interval, int maxEvents) {
    /// @throws IllegalArgumentException if the interval or the bound is not positive
    public GatherPace {
        if (interval.isZero() || interval.isNegative() || maxEvents <= 0) {
            throw new IllegalArgumentException(
                    "an interval and a bound are positive, not %s and %d"
                            .formatted(interval, maxEvents));
        }
    }
}
