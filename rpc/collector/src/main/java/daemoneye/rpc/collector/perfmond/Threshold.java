package daemoneye.rpc.collector.perfmond;

import daemoneye.rpc.collector.gather.Fields;
import daemoneye.rpc.collector.gather.Observation;

import java.time.Duration;
import java.util.Optional;

/// Tells once when a figure has been too high for a while, and once when it no longer is.
///
/// ```
/// normal ──above for the whole time──► exceeded ──at or below──► normal
/// ```
final class Threshold {
    private final String figure;
    private double limit;
    private Duration patience;
    private boolean above;
    private boolean told;
    private long aboveSinceNanos;

    Threshold(String figure, double limit, Duration patience) {
        this.figure = figure;
        this.limit = limit;
        this.patience = patience;
    }

    /// Judges by this from now on; how long the figure has been above the old limit still counts.
    void follow(double newLimit, Duration newPatience) {
        limit = newLimit;
        patience = newPatience;
    }

    Optional<Observation> update(double value, long nowNanos) {
        if (Double.isNaN(value)) {
            return Optional.empty();
        }
        return value > limit ? high(value, nowNanos) : normal(value, nowNanos);
    }

    private Optional<Observation> high(double value, long nowNanos) {
        if (!above) {
            above = true;
            aboveSinceNanos = nowNanos;
        }
        if (told || nowNanos - aboveSinceNanos < patience.toNanos()) {
            return Optional.empty();
        }
        told = true;
        return Optional.of(seen("exceeded", value, nowNanos));
    }

    private Optional<Observation> normal(double value, long nowNanos) {
        boolean over = told;
        var news = over ? Optional.of(seen("normal", value, nowNanos)) : noNews();
        above = false;
        told = false;
        return news;
    }

    private static Optional<Observation> noNews() {
        return Optional.empty();
    }

    private Observation seen(String state, double value, long nowNanos) {
        long seconds = Duration.ofNanos(nowNanos - aboveSinceNanos).toSeconds();
        return new Fields()
                .with("figure", figure)
                .with("state", state)
                .with("value_percent", value)
                .with("limit_percent", limit)
                .with("above_for_seconds", seconds)
                .seen("performance", "threshold");
    }
}
