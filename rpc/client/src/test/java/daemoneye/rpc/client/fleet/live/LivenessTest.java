package daemoneye.rpc.client.fleet.live;

import static daemoneye.rpc.client.fleet.record.Fleets.NETMOND;
import static daemoneye.rpc.client.fleet.record.Fleets.PROCMOND;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fleet.BeatKind;
import daemoneye.rpc.client.fleet.record.Fleets;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Random;

/// What silence means, second by second.
class LivenessTest {
    private final FleetScene scene = FleetScene.running(PROCMOND, NETMOND);

    private Liveness liveness() {
        return scene.view(PROCMOND).liveness();
    }

    @Test
    void whoBeatsIsLive() {
        scene.beatFor(5, PROCMOND);
        scene.pass(100);

        assertThat(liveness()).isEqualTo(Liveness.LIVE);
        assertThat(scene.view(PROCMOND).state()).isEqualTo(ProcessState.RUNNING);
        assertThat(scene.view(PROCMOND).health()).isEqualTo(HealthStatus.HEALTHY);
        assertThat(scene.view(PROCMOND).healthReason()).isEmpty();
        assertThat(scene.view(PROCMOND).lastBeatAge()).contains(Duration.ofMillis(100));
    }

    @Test
    void silenceIsLateAfterMoreThanOneAndAHalfIntervals() {
        scene.pass(1500);
        assertThat(liveness()).isEqualTo(Liveness.LIVE);

        scene.pass(100);
        assertThat(liveness()).isEqualTo(Liveness.LATE);
    }

    @Test
    void silenceIsSuspectFromTwoIntervals() {
        scene.pass(1900);
        assertThat(liveness()).isEqualTo(Liveness.LATE);

        scene.pass(100);
        assertThat(liveness()).isEqualTo(Liveness.SUSPECT);
    }

    @Test
    void aSuspectIsProbedTwiceAndThenUnresponsive() {
        scene.caller.fails(PROCMOND, ErrorCode.DEADLINE_EXCEEDED);
        long before = scene.caller.checks(PROCMOND);

        scene.pass(2000);
        assertThat(scene.caller.checks(PROCMOND)).isEqualTo(before + 1);
        scene.pass(500);
        assertThat(scene.caller.checks(PROCMOND)).isEqualTo(before + 2);
        scene.pass(900);
        assertThat(liveness()).isEqualTo(Liveness.SUSPECT);
        scene.pass(300);
        assertThat(liveness()).isEqualTo(Liveness.UNRESPONSIVE);
        assertThat(scene.view(PROCMOND).health()).isEqualTo(HealthStatus.UNRESPONSIVE);
        assertThat(scene.view(PROCMOND).healthReason().orElseThrow()).contains("no heartbeat");
    }

    @Test
    void nobodyIsUnresponsiveBeforeThreeIntervalsHoweverFastTheProbesFail() {
        scene.caller.fails(PROCMOND, ErrorCode.NO_RESPONDER);

        scene.pass(2900);
        assertThat(liveness()).isEqualTo(Liveness.SUSPECT);

        scene.pass(100);
        assertThat(liveness()).isEqualTo(Liveness.UNRESPONSIVE);
    }

    @Test
    void whoAnswersProbesStaysSuspect() {
        scene.pass(30_000);

        assertThat(liveness()).isEqualTo(Liveness.SUSPECT);
        assertThat(scene.view(PROCMOND).health()).isEqualTo(HealthStatus.HEALTHY);
    }

    @Test
    void whoAnsweredTheFirstProbesAndThenDiesIsFoundOut() {
        scene.pass(4000);
        scene.caller.fails(PROCMOND, ErrorCode.NO_RESPONDER);

        scene.pass(6000);

        assertThat(liveness()).isEqualTo(Liveness.UNRESPONSIVE);
    }

    @Test
    void whoAnswersAgainAfterItWasUnresponsiveIsASuspectAndStaysOne() {
        scene.caller.fails(PROCMOND, ErrorCode.NO_RESPONDER);
        scene.pass(5000);
        assertThat(liveness()).isEqualTo(Liveness.UNRESPONSIVE);

        scene.caller.works(PROCMOND);
        scene.pass(10_000);
        assertThat(liveness()).isEqualTo(Liveness.SUSPECT);
        scene.pass(20_000);
        assertThat(liveness()).isEqualTo(Liveness.SUSPECT);
    }

    @Test
    void probesThatFailedOnOurSideProveNothingAndAreNotRepeatedInAHurry() {
        scene.caller.fails(PROCMOND, ErrorCode.REQUEST_REFUSED);
        scene.pass(1900);
        long before = scene.caller.checks(PROCMOND);

        scene.pass(10_000);

        assertThat(liveness()).isEqualTo(Liveness.SUSPECT);
        assertThat(scene.caller.checks(PROCMOND) - before).isBetween(2L, 6L);
    }

    @Test
    void whoRefusesProbesIsAliveAllTheSame() {
        scene.caller.fails(PROCMOND, ErrorCode.TOO_MANY_REQUESTS);

        scene.pass(10_000);

        assertThat(liveness()).isEqualTo(Liveness.SUSPECT);
    }

    @Test
    void nobodyIsUnresponsiveWhileWeHearNothingAtAll() {
        scene.caller.fails(PROCMOND, ErrorCode.DEADLINE_EXCEEDED);
        scene.caller.fails(NETMOND, ErrorCode.DEADLINE_EXCEEDED);
        scene.connection.goSilent();

        scene.pass(20_000);

        assertThat(liveness()).isEqualTo(Liveness.SUSPECT);
        assertThat(scene.view(NETMOND).liveness()).isEqualTo(Liveness.SUSPECT);
    }

    @Test
    void twoGoodBeatsBringItBack() {
        scene.caller.fails(PROCMOND, ErrorCode.NO_RESPONDER);
        scene.pass(5000);
        assertThat(liveness()).isEqualTo(Liveness.UNRESPONSIVE);

        scene.beat(PROCMOND);
        scene.pass(100);
        assertThat(liveness()).isEqualTo(Liveness.UNRESPONSIVE);

        scene.pass(900);
        scene.beat(PROCMOND);
        scene.pass(100);
        assertThat(liveness()).isEqualTo(Liveness.LIVE);
        assertThat(scene.view(PROCMOND).health()).isEqualTo(HealthStatus.HEALTHY);
    }

    @Test
    void beatsThatComeTooSlowlyDoNotBringItBack() {
        scene.caller.fails(PROCMOND, ErrorCode.NO_RESPONDER);
        scene.pass(5000);

        for (int nth = 0; nth < 5; nth++) {
            scene.beat(PROCMOND);
            scene.pass(1800);
            assertThat(liveness()).isEqualTo(Liveness.UNRESPONSIVE);
        }
    }

    @Test
    void jitterOfTenPerCentIsNeverLate() {
        var random = new Random(7);
        for (int nth = 0; nth < 500; nth++) {
            scene.pass(900 + random.nextInt(201));
            scene.beat(PROCMOND);
            assertThat(liveness()).isEqualTo(Liveness.LIVE);
        }

        scene.pass(100);
        assertThat(scene.bar(PROCMOND)).hasSize(300).containsOnly(BeatKind.GOOD);
    }

    @Test
    void aStopToldByTheAgentIsDownAtOnce() {
        scene.told(Fleets.because(Fleets.info(PROCMOND, ProcessState.FAILED, 1), "killed"));
        int before = scene.snapshots.size();

        scene.pass(100);

        assertThat(scene.snapshots).hasSize(before + 1);
        assertThat(liveness()).isEqualTo(Liveness.DOWN);
        assertThat(scene.view(PROCMOND).state()).isEqualTo(ProcessState.FAILED);
        assertThat(scene.view(PROCMOND).health()).isEqualTo(HealthStatus.UNKNOWN);
        assertThat(scene.view(PROCMOND).healthReason()).contains("killed");
        assertThat(scene.view(PROCMOND).vitals()).isEmpty();
        assertThat(scene.view(PROCMOND).uptime()).isEmpty();
    }

    @Test
    void whoIsDownIsNeitherProbedNorCheckedNorLosesBeats() {
        scene.told(Fleets.info(PROCMOND, ProcessState.STOPPED, 1));
        scene.pass(100);
        long checks = scene.caller.checks(PROCMOND);
        int bar = scene.bar(PROCMOND).size();

        scene.pass(60_000);

        assertThat(liveness()).isEqualTo(Liveness.DOWN);
        assertThat(scene.caller.checks(PROCMOND)).isEqualTo(checks);
        assertThat(scene.bar(PROCMOND)).hasSize(bar);
    }

    @Test
    void aBeatThatWasOnItsWayDoesNotReviveTheDead() {
        scene.told(Fleets.info(PROCMOND, ProcessState.FAILED, 1));
        scene.beat(PROCMOND);

        scene.pass(100);

        assertThat(liveness()).isEqualTo(Liveness.DOWN);
        assertThat(scene.view(PROCMOND).state()).isEqualTo(ProcessState.FAILED);
    }

    @Test
    void beatsThatGoOnProveTheAgentWrong() {
        scene.told(Fleets.info(PROCMOND, ProcessState.FAILED, 1));
        scene.beatFor(2, PROCMOND);

        scene.pass(100);

        assertThat(liveness()).isEqualTo(Liveness.LIVE);
        assertThat(scene.view(PROCMOND).state()).isEqualTo(ProcessState.RUNNING);
    }

    @Test
    void whoStartsIsNotSuspectedBeforeItsFirstBeat() {
        scene.told(Fleets.info(PROCMOND, ProcessState.STARTING, 2));
        scene.pass(20_000);

        assertThat(liveness()).isEqualTo(Liveness.UNKNOWN);
        assertThat(scene.view(PROCMOND).state()).isEqualTo(ProcessState.STARTING);

        scene.beat(Fleets.beat(PROCMOND, 2, 1));
        scene.pass(100);
        assertThat(liveness()).isEqualTo(Liveness.LIVE);
        assertThat(scene.view(PROCMOND).state()).isEqualTo(ProcessState.RUNNING);
    }

    @Test
    void aPausedBeatMeansPaused() {
        scene.pass(1000);
        scene.beat(Fleets.beat(PROCMOND, 1, scene.next(PROCMOND), HealthStatus.HEALTHY, true));
        scene.pass(100);
        assertThat(scene.view(PROCMOND).state()).isEqualTo(ProcessState.PAUSED);

        scene.pass(900);
        scene.beat(PROCMOND);
        scene.pass(100);
        assertThat(scene.view(PROCMOND).state()).isEqualTo(ProcessState.RUNNING);
    }
}
