package daemoneye.rpc.client.fleet.record;

import daemoneye.rpc.client.fleet.Beat;
import daemoneye.rpc.client.fleet.BeatKind;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.protocol.state.HealthStatus;

import java.util.List;

/// The newest beats of one collector, and marks where beats were due and none came.
///
/// ```
/// time in intervals   0     1     2     3     4
/// came                ●                 ●     ●      (sequence n, n+1, n+2)
/// window            GOOD  LOST  LOST  LATE  GOOD
/// ```
///
/// A beat counts as lost when the next one is due (two intervals after the last place). If later
/// news shows that a lost beat had been sent, its mark says so: SEQUENCE_GAP if the sequence jumped
/// over it, LATE if it came after all, in a burst. A mark keeps its place and time.
///
/// Nothing is marked before the first beat of a life. Loop thread only; times are nanoseconds.
final class BeatWindow {
    /// A beat that came this many intervals after the one before is late.
    static final double LATE_AFTER = 1.5;

    private final BeatRing ring = new BeatRing(FleetModel.BEAT_WINDOW);
    private boolean due;
    private boolean excused;
    private long intervalNanos;
    private long placeNanos;
    private long silentFromNanos;
    private long lastSequence;
    private long lastVersion;
    private int openMarks;
    private int backlog;

    /// What a beat turned out to be.
    ///
    /// @param inTime whether it came no later than it should, lost ones before it allowed for
    /// @param gap whether beats before it are missing for no reason of ours
    /// @param repeated whether it is the one before once more; it is not kept then
    record Arrival(boolean inTime, boolean gap, boolean repeated) {}

    /// Takes a beat.
    ///
    /// @param nextIntervalNanos until the next one, as this one promises
    /// @param version of its settings that it names
    Arrival beat(
            long atNanos,
            long sequence,
            HealthStatus status,
            long nextIntervalNanos,
            long version) {
        if (due && sequence == lastSequence) {
            return new Arrival(true, false, true);
        }
        long missing = !due || excused ? 0 : Math.max(0, sequence - lastSequence - 1);
        var arrival =
                catchesUp(atNanos, sequence)
                        ? caughtUp(new Beat(atNanos, kindOf(status), sequence, version))
                        : arrived(new Beat(atNanos, kindOf(status), sequence, version), missing);
        due = true;
        excused = false;
        intervalNanos = nextIntervalNanos;
        placeNanos = atNanos;
        silentFromNanos = atNanos;
        lastSequence = sequence;
        lastVersion = version;
        return arrival;
    }

    /// Time has passed: marks beats that must be taken for lost.
    ///
    /// @return whether anything was marked
    boolean silence(long nowNanos) {
        return mark(nowNanos - intervalNanos, BeatKind.LOST);
    }

    /// Time has passed, but we could not have heard anything. What is missing when beats come again
    /// is our own doing.
    ///
    /// @return whether anything was marked
    boolean outage(long nowNanos) {
        excused = true;
        silentFromNanos = nowNanos;
        return mark(nowNanos, BeatKind.OUR_OUTAGE);
    }

    /// Our link turned out to be dead: beats that seemed lost and were not late yet at
    /// `heardNanos`, when we last heard anything from anybody, may just as well have been sent.
    void doubtSince(long heardNanos) {
        long patience = (long) ((LATE_AFTER - 1) * intervalNanos);
        for (int back = 0; back < openMarks; back++) {
            var mark = ring.newest(back);
            if (mark.kind() == BeatKind.LOST && mark.atNanos() > heardNanos - patience) {
                ring.replace(back, Beat.none(mark.atNanos(), BeatKind.OUR_OUTAGE));
            }
        }
    }

    /// No beats are due, until the first one of another life comes.
    void rest() {
        due = false;
        openMarks = 0;
        backlog = 0;
    }

    /// An immutable copy, oldest first.
    List<Beat> toList() {
        return ring.toList();
    }

    private Arrival arrived(Beat beat, long missing) {
        double allowed = (missing + LATE_AFTER) * intervalNanos;
        boolean inTime = !due || beat.atNanos() - silentFromNanos <= allowed;
        if (missing > 0) {
            markGap(beat.atNanos(), missing);
            openMarks = 0;
        }
        backlog = openMarks;
        openMarks = 0;
        ring.add(inTime ? beat : late(beat));
        return new Arrival(inTime, missing > 0, false);
    }

    /// Beats that were held up somewhere come in a burst: each one after the first shows that a
    /// mark before it stands for a beat that was sent.
    private boolean catchesUp(long atNanos, long sequence) {
        return backlog > 0
                && sequence == lastSequence + 1
                && atNanos - silentFromNanos < intervalNanos / 2;
    }

    private Arrival caughtUp(Beat beat) {
        var mark = ring.newest(backlog);
        boolean ours = mark.kind() == BeatKind.OUR_OUTAGE;
        var place = ours ? beat.kind() : BeatKind.LATE;
        ring.replace(backlog, new Beat(mark.atNanos(), place, beat.sequence() - 1, lastVersion));
        backlog--;
        boolean behind = backlog > 0 && !ours;
        ring.replace(0, behind ? late(beat) : beat);
        return new Arrival(!behind, false, false);
    }

    private static Beat late(Beat beat) {
        return new Beat(beat.atNanos(), BeatKind.LATE, beat.sequence(), beat.configVersion());
    }

    /// Lost beats that were sent after all become gaps. There are never more gaps than the time
    /// had places for, whatever the sequence claims, but at least one.
    private void markGap(long atNanos, long missing) {
        long passed = Math.round((double) (atNanos - silentFromNanos) / intervalNanos);
        int places = (int) Math.min(missing, Math.clamp(passed - 1, 1, FleetModel.BEAT_WINDOW));
        int turned = Math.min(places, openMarks);
        for (int nth = 0; nth < turned; nth++) {
            int back = openMarks - 1 - nth;
            var mark = ring.newest(back);
            ring.replace(back, Beat.none(mark.atNanos(), BeatKind.SEQUENCE_GAP));
        }
        for (int nth = turned; nth < places; nth++) {
            ring.add(Beat.none(atNanos, BeatKind.SEQUENCE_GAP));
        }
    }

    private boolean mark(long untilNanos, BeatKind kind) {
        boolean marked = false;
        while (due && placeNanos + intervalNanos <= untilNanos) {
            // After a long pause only the newest places are kept anyway.
            long behind = (untilNanos - placeNanos) / intervalNanos;
            placeNanos += intervalNanos * Math.max(1, behind - FleetModel.BEAT_WINDOW);
            ring.add(Beat.none(placeNanos, kind));
            openMarks = Math.min(openMarks + 1, FleetModel.BEAT_WINDOW - 1);
            marked = true;
        }
        return marked;
    }

    private static BeatKind kindOf(HealthStatus status) {
        return switch (status) {
            case HEALTHY -> BeatKind.GOOD;
            case DEGRADED, UNKNOWN -> BeatKind.DEGRADED;
            case UNHEALTHY, UNRESPONSIVE -> BeatKind.UNHEALTHY;
        };
    }
}
