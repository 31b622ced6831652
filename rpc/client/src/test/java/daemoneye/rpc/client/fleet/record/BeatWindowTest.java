package daemoneye.rpc.client.fleet.record;

import static daemoneye.rpc.client.fleet.BeatKind.DEGRADED;
import static daemoneye.rpc.client.fleet.BeatKind.GOOD;
import static daemoneye.rpc.client.fleet.BeatKind.LATE;
import static daemoneye.rpc.client.fleet.BeatKind.LOST;
import static daemoneye.rpc.client.fleet.BeatKind.OUR_OUTAGE;
import static daemoneye.rpc.client.fleet.BeatKind.SEQUENCE_GAP;
import static daemoneye.rpc.client.fleet.BeatKind.UNHEALTHY;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fleet.Beat;
import daemoneye.rpc.client.fleet.BeatKind;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.protocol.state.HealthStatus;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class BeatWindowTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long VERSION = 7;

    private final BeatWindow window = new BeatWindow();

    private BeatWindow.Arrival beat(double second, long sequence) {
        return beat(second, sequence, HealthStatus.HEALTHY);
    }

    private BeatWindow.Arrival beat(double second, long sequence, HealthStatus status) {
        return window.beat(nanos(second), sequence, status, SECOND, VERSION);
    }

    private void silence(double second) {
        window.silence(nanos(second));
    }

    private static long nanos(double second) {
        return Math.round(second * SECOND);
    }

    private List<BeatKind> kinds() {
        return window.toList().stream().map(Beat::kind).toList();
    }

    @Test
    void beatsInTimeSayHowTheCollectorDoes() {
        beat(0, 1);
        beat(1, 2, HealthStatus.DEGRADED);
        beat(2, 3, HealthStatus.UNHEALTHY);

        assertThat(kinds()).containsExactly(GOOD, DEGRADED, UNHEALTHY);
    }

    @Test
    void aBeatAfterExactlyOneAndAHalfIntervalsIsInTime() {
        beat(0, 1);
        assertThat(beat(1.5, 2).inTime()).isTrue();
        assertThat(kinds()).containsExactly(GOOD, GOOD);
    }

    @Test
    void aBeatAfterMoreThanOneAndAHalfIntervalsIsLateHoweverTheCollectorDoes() {
        beat(0, 1);
        assertThat(beat(1.501, 2, HealthStatus.DEGRADED).inTime()).isFalse();
        assertThat(kinds()).containsExactly(GOOD, LATE);
    }

    @Test
    void nothingIsLostBeforeTheNextBeatIsDue() {
        beat(0, 1);
        silence(1.99);
        assertThat(kinds()).containsExactly(GOOD);

        silence(2);
        assertThat(window.toList())
                .containsExactly(new Beat(0, GOOD, 1, VERSION), Beat.none(SECOND, LOST));
    }

    @Test
    void everyIntervalOfSilenceLosesOneMore() {
        beat(0, 1);
        for (int tenths = 1; tenths < 50; tenths++) {
            silence(tenths / 10.0);
        }
        assertThat(kinds()).containsExactly(GOOD, LOST, LOST, LOST);
    }

    @Test
    void aCollectorThatStoodStillLosesTheBeatsItDidNotSend() {
        beat(0, 1);
        silence(3);
        beat(3, 2);
        beat(4, 3);

        assertThat(kinds()).containsExactly(GOOD, LOST, LOST, LATE, GOOD);
    }

    @Test
    void aJumpInTheSequenceIsAGapAndTheBeatAfterItIsInTime() {
        beat(0, 1);
        var arrival = beat(2, 3);

        assertThat(arrival).isEqualTo(new BeatWindow.Arrival(true, true, false));
        assertThat(kinds()).containsExactly(GOOD, SEQUENCE_GAP, GOOD);
    }

    @Test
    void lostBeatsThatHadBeenSentBecomeGaps() {
        beat(0, 1);
        silence(3);
        beat(3, 4);

        assertThat(kinds()).containsExactly(GOOD, SEQUENCE_GAP, SEQUENCE_GAP, GOOD);
    }

    @Test
    void lostBeatsThatHadNotBeenSentStayLostBesideThoseThatHad() {
        beat(0, 1);
        silence(4);
        beat(4, 3);

        assertThat(kinds()).containsExactly(GOOD, SEQUENCE_GAP, LOST, LOST, LATE);
    }

    @Test
    void aSequenceThatJumpsAbsurdlyDoesNotFillTheBar() {
        beat(0, 1);
        beat(1, Long.MAX_VALUE);

        assertThat(kinds()).containsExactly(GOOD, SEQUENCE_GAP, GOOD);
    }

    @Test
    void beatsThatWereHeldUpFillTheirPlacesAsLate() {
        beat(0, 1);
        silence(3.1);
        beat(3.10, 2);
        beat(3.11, 3);
        beat(3.12, 4);
        beat(4, 5);

        assertThat(kinds()).containsExactly(GOOD, LATE, LATE, GOOD, GOOD);
        assertThat(window.toList()).extracting(Beat::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(window.toList()).extracting(Beat::atNanos).isSorted();
    }

    @Test
    void beatsThatWereHeldUpOnOurSideAreNotCalledLate() {
        beat(0, 1);
        window.outage(nanos(3.05));
        beat(3.10, 2);
        beat(3.11, 3);
        beat(3.12, 4);
        beat(3.13, 5);

        assertThat(kinds()).containsExactly(GOOD, GOOD, GOOD, GOOD, GOOD);
    }

    @Test
    void eachBeatKeepsTheVersionOfSettingsThatItNamedAlsoInABurst() {
        window.beat(0, 1, HealthStatus.HEALTHY, SECOND, 7);
        silence(3.05);
        window.beat(nanos(3.10), 2, HealthStatus.HEALTHY, SECOND, 7);
        window.beat(nanos(3.11), 3, HealthStatus.HEALTHY, SECOND, 7);
        window.beat(nanos(3.12), 4, HealthStatus.HEALTHY, SECOND, 8);

        assertThat(window.toList()).extracting(Beat::configVersion).containsExactly(7L, 7L, 7L, 8L);
    }

    @Test
    void anOutageOfOursIsMarkedAsOursAndCausesNoGap() {
        beat(0, 1);
        window.outage(nanos(5));
        var arrival = beat(5.7, 6);

        assertThat(arrival.gap()).isFalse();
        assertThat(arrival.inTime()).isTrue();
        assertThat(kinds())
                .containsExactly(
                        GOOD, OUR_OUTAGE, OUR_OUTAGE, OUR_OUTAGE, OUR_OUTAGE, OUR_OUTAGE, GOOD);
    }

    @Test
    void silenceAfterAnOutageCountsFromItsEnd() {
        beat(0, 1);
        window.outage(nanos(5));
        silence(6.9);
        assertThat(kinds()).doesNotContain(LOST);

        silence(7);
        assertThat(kinds()).endsWith(OUR_OUTAGE, LOST);
    }

    @Test
    void marksSinceWeLastHeardAnythingAreDoubtful() {
        beat(0, 1);
        silence(5);
        window.doubtSince(nanos(2.6));

        assertThat(kinds()).containsExactly(GOOD, LOST, LOST, OUR_OUTAGE, OUR_OUTAGE);
    }

    @Test
    void aBeatThatWasDueJustBeforeTheLinkDiedWasNotLateYet() {
        beat(0, 1);
        silence(3);
        window.doubtSince(nanos(1.03));

        assertThat(kinds()).containsExactly(GOOD, OUR_OUTAGE, OUR_OUTAGE);
    }

    @Test
    void nothingIsMarkedBeforeTheFirstBeat() {
        silence(100);
        window.outage(nanos(200));

        assertThat(kinds()).isEmpty();
    }

    @Test
    void aNewLifeOwesNothingForTheOneBefore() {
        beat(0, 41);
        window.rest();
        silence(50);
        var arrival = beat(60, 1);

        assertThat(arrival).isEqualTo(new BeatWindow.Arrival(true, false, false));
        assertThat(kinds()).containsExactly(GOOD, GOOD);
    }

    @Test
    void theSameBeatTwiceCountsOnce() {
        beat(0, 1);
        assertThat(beat(0.2, 1).repeated()).isTrue();
        assertThat(kinds()).containsExactly(GOOD);
    }

    @Test
    void aSequenceThatFallsBackIsARestartAndNoGap() {
        beat(0, 500);
        assertThat(beat(1, 1).gap()).isFalse();
        assertThat(beat(2, 2)).isEqualTo(new BeatWindow.Arrival(true, false, false));
        assertThat(kinds()).containsExactly(GOOD, GOOD, GOOD);
    }

    @Test
    void aSlowerRhythmIsExpectedFromTheBeatOnThatPromisesIt() {
        window.beat(0, 1, HealthStatus.HEALTHY, 5 * SECOND, VERSION);
        silence(9.9);
        assertThat(kinds()).containsExactly(GOOD);
        assertThat(beat(5.4, 2).inTime()).isTrue();
        silence(7.4);
        assertThat(kinds()).containsExactly(GOOD, GOOD, LOST);
    }

    @Test
    void onlyTheNewestAreKept() {
        for (int nth = 0; nth < 1000; nth++) {
            beat(nth, nth + 1L);
        }
        var beats = window.toList();

        assertThat(beats).hasSize(FleetModel.BEAT_WINDOW);
        assertThat(beats.getFirst().sequence()).isEqualTo(701);
        assertThat(beats.getLast().sequence()).isEqualTo(1000);
    }

    @Test
    void aWeekOfSilenceFillsTheWindowOnce() {
        beat(0, 1);
        silence(7 * 86_400);

        assertThat(window.toList())
                .hasSize(FleetModel.BEAT_WINDOW)
                .extracting(Beat::kind)
                .containsOnly(LOST);
        assertThat(window.toList().getLast().atNanos()).isEqualTo(nanos(7 * 86_400 - 1));
    }

    @Test
    void whatWasHandedOutDoesNotChange() {
        beat(0, 1);
        silence(2);
        var before = window.toList();
        beat(2, 3);

        assertThat(before).extracting(Beat::kind).containsExactly(GOOD, LOST);
    }
}
