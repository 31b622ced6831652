package daemoneye.rpc.client.fleet.record;

import daemoneye.rpc.protocol.state.Liveness;

import java.time.Duration;

/// Judges one collector by the time since its last beat; see [Liveness] for the drawing. Thresholds
/// are the protocol's: late after 1.5 intervals, suspect from 2, unresponsive from 3 and only if
/// two probes failed.
///
/// Time during which we could not have heard anything does not count. Loop thread only; times are
/// nanoseconds.
final class LivenessRule {
    /// Assumed until a collector says how often it beats: the longer one of the usual two.
    static final Duration UNTOLD_INTERVAL = Duration.ofSeconds(5);

    /// Beats in time, one after the other, that end a suspicion.
    static final int GOOD_BEATS_TO_COME_BACK = 2;

    private static final int SUSPECT_AFTER = 2;
    private static final int UNRESPONSIVE_AFTER = 3;

    private Liveness state = Liveness.UNKNOWN;
    private long intervalNanos = UNTOLD_INTERVAL.toNanos();
    private long silentFromNanos;
    private int goodBeats;

    LivenessRule(long nowNanos) {
        silentFromNanos = nowNanos;
    }

    Liveness state() {
        return state;
    }

    long intervalNanos() {
        return intervalNanos;
    }

    /// A beat came.
    ///
    /// @param inTime whether it came when it should; the first after a silence counts as one of the
    ///     two good ones all the same
    /// @param firstOfLife of a new process, which owes nothing for the one before
    void beat(long atNanos, long nextIntervalNanos, boolean inTime, boolean firstOfLife) {
        silentFromNanos = atNanos;
        intervalNanos = nextIntervalNanos;
        goodBeats = inTime ? Math.min(goodBeats + 1, GOOD_BEATS_TO_COME_BACK) : 1;
        if (firstOfLife || !inTrouble() || goodBeats >= GOOD_BEATS_TO_COME_BACK) {
            state = Liveness.LIVE;
        }
    }

    /// Time has passed.
    ///
    /// @param probesFailed whether both probes failed, and we are sure that it is not us
    void advance(long nowNanos, boolean probesFailed) {
        long silent = nowNanos - silentFromNanos;
        if (silent >= UNRESPONSIVE_AFTER * intervalNanos && probesFailed && suspect()) {
            trouble(Liveness.UNRESPONSIVE);
        } else if (silent >= SUSPECT_AFTER * intervalNanos && !inTrouble()) {
            trouble(Liveness.SUSPECT);
        } else if (silent > BeatWindow.LATE_AFTER * intervalNanos && state == Liveness.LIVE) {
            state = Liveness.LATE;
        }
    }

    /// We could not have heard it: nobody knows, and its silence counts from now on only.
    void excuse(long nowNanos) {
        state = Liveness.UNKNOWN;
        silentFromNanos = nowNanos;
    }

    /// The process is known to be gone.
    void gone() {
        if (state != Liveness.DOWN) {
            trouble(Liveness.DOWN);
        }
    }

    /// It does not beat, but it answers.
    void answered() {
        if (state == Liveness.UNRESPONSIVE) {
            trouble(Liveness.SUSPECT);
        }
    }

    private boolean suspect() {
        return state == Liveness.SUSPECT;
    }

    private boolean inTrouble() {
        return switch (state) {
            case SUSPECT, UNRESPONSIVE, DOWN -> true;
            case LIVE, LATE, UNKNOWN -> false;
        };
    }

    private void trouble(Liveness worse) {
        state = worse;
        goodBeats = 0;
    }
}
