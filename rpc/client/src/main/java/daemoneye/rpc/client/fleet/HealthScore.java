package daemoneye.rpc.client.fleet;

import java.util.OptionalDouble;

/// Sums a collector's health up in one number, so that a gauge can show a trend. Shown beside the
/// state, never instead of it.
final class HealthScore {
    private static final double LOST_WEIGHT = 40;

    private HealthScore() {}

    static OptionalDouble of(CollectorView view) {
        return switch (view.health()) {
            case HEALTHY -> score(100, view);
            case DEGRADED -> score(60, view);
            case UNHEALTHY -> score(20, view);
            case UNRESPONSIVE -> OptionalDouble.of(0);
            case UNKNOWN -> OptionalDouble.empty();
        };
    }

    /// A plain loop: it runs for every row of every snapshot.
    private static OptionalDouble score(double full, CollectorView view) {
        int counted = 0;
        int lost = 0;
        for (var beat : view.beats()) {
            switch (beat.kind()) {
                case GOOD, DEGRADED, UNHEALTHY, LATE -> counted++;
                case LOST, SEQUENCE_GAP -> {
                    counted++;
                    lost++;
                }
                case OUR_OUTAGE -> {}
            }
        }
        double share = counted == 0 ? 0 : (double) lost / counted;
        return OptionalDouble.of(Math.max(0, full - LOST_WEIGHT * share));
    }
}
