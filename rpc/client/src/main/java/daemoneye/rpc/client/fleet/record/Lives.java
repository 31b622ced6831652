package daemoneye.rpc.client.fleet.record;

import daemoneye.rpc.protocol.id.Incarnation;

import java.util.Optional;

/// Tells the lives of one collector apart, and notices when two of them beat at the same time: an
/// older incarnation that goes on after a newer one was met, or two sessions that take turns with
/// the same incarnation. Loop thread only; times are nanoseconds.
final class Lives {
    /// Beats of a rival that make a conflict: a single one may have been on its way.
    private static final int RIVAL_BEATS = 2;

    private Optional<Incarnation> newest = Optional.empty();
    private String sender = "";
    private String senderBefore = "";
    private Optional<String> rival = Optional.empty();
    private int rivalBeats;
    private long rivalNanos;

    /// What a beat's incarnation means.
    enum Verdict {
        /// The life that is known.
        SAME,
        /// A new process.
        NEW,
        /// Of a process that was replaced: not believed.
        OLD
    }

    /// Takes a beat.
    ///
    /// @param from the session that sent it, as the broker stamped it
    Verdict beat(Incarnation incarnation, String from, long atNanos) {
        if (newest.filter(known -> incarnation.compareTo(known) < 0).isPresent()) {
            rival("incarnations %s and %s".formatted(incarnation, newest.get()), atNanos);
            return Verdict.OLD;
        }
        if (isNew(incarnation)) {
            newest = Optional.of(incarnation);
            sender = from;
            senderBefore = "";
            return Verdict.NEW;
        }
        turn(from, atNanos);
        return Verdict.SAME;
    }

    /// An agent told of a life.
    ///
    /// @return whether it is a newer one than was known
    boolean told(Incarnation incarnation) {
        if (!isNew(incarnation)) {
            return false;
        }
        newest = Optional.of(incarnation);
        sender = "";
        senderBefore = "";
        return true;
    }

    Optional<Incarnation> newest() {
        return newest;
    }

    /// Who beats under the same id, e.g. "incarnations 4 and 7"; empty if nobody does, or not any
    /// more for `patienceNanos`.
    Optional<String> conflict(long nowNanos, long patienceNanos) {
        if (rivalBeats > 0 && nowNanos - rivalNanos > patienceNanos) {
            rivalBeats = 0;
        }
        return rivalBeats >= RIVAL_BEATS ? rival : Optional.empty();
    }

    private boolean isNew(Incarnation incarnation) {
        return newest.isEmpty() || incarnation.compareTo(newest.get()) > 0;
    }

    private void turn(String from, long atNanos) {
        if (from.equals(sender)) {
            return;
        }
        if (!senderBefore.isEmpty() && from.equals(senderBefore)) {
            rival("sessions %s and %s".formatted(sender, from), atNanos);
        }
        senderBefore = sender;
        sender = from;
    }

    private void rival(String who, long atNanos) {
        // Two sessions take turns to be the other one; one sentence must do for both.
        rival = rivalBeats > 0 ? rival : Optional.of(who);
        rivalBeats++;
        rivalNanos = atNanos;
    }
}
