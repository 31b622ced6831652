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

    private static OptionalDouble score(double full, CollectorView view) {
        long counted =
                view.beats().stream().filter(beat -> beat.kind() != BeatKind.OUR_OUTAGE).count();
        long lost =
                view.beats().stream()
                        .filter(
                                beat ->
                                        beat.kind() == BeatKind.LOST
                                                || beat.kind() == BeatKind.SEQUENCE_GAP)
                        .count();
        double share = counted == 0 ? 0 : (double) lost / counted;
        return OptionalDouble.of(Math.max(0, full - LOST_WEIGHT * share));
    }
}
