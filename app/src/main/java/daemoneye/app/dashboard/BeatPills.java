package daemoneye.app.dashboard;

import daemoneye.app.controls.beat.Pill;
import daemoneye.app.controls.beat.PillKind;
import daemoneye.rpc.client.fleet.Beat;

import java.util.ArrayList;
import java.util.List;

/// Turns the beats of a collector into the pills of its bar.
public final class BeatPills {
    private BeatPills() {}

    /// Oldest first. A gap in the sequence marks the pill that follows it.
    public static List<Pill> of(List<Beat> beats) {
        var pills = new ArrayList<Pill>(beats.size());
        boolean gap = false;
        for (var beat : beats) {
            switch (beat.kind()) {
                case SEQUENCE_GAP -> gap = true;
                case GOOD, DEGRADED, UNHEALTHY, LATE, LOST, OUR_OUTAGE -> {
                    var pill = pill(beat);
                    pills.add(gap ? pill.afterSequenceGap() : pill);
                    gap = false;
                }
            }
        }
        return pills;
    }

    private static Pill pill(Beat beat) {
        return switch (beat.kind()) {
            case GOOD, SEQUENCE_GAP -> Pill.of(beat.atNanos(), PillKind.GOOD);
            case DEGRADED -> Pill.of(beat.atNanos(), PillKind.DEGRADED);
            case UNHEALTHY -> Pill.of(beat.atNanos(), PillKind.UNHEALTHY);
            case LATE -> Pill.of(beat.atNanos(), PillKind.GOOD).asLate();
            case LOST -> Pill.of(beat.atNanos(), PillKind.LOST);
            case OUR_OUTAGE -> Pill.of(beat.atNanos(), PillKind.OUTAGE);
        };
    }
}
