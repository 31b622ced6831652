package daemoneye.rpc.client.fleet.live;

import static daemoneye.rpc.client.fleet.record.Fleets.PROCMOND;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fleet.BeatKind;
import daemoneye.rpc.client.fleet.record.Fleets;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import org.junit.jupiter.api.Test;

/// One life of a collector is not the next.
class IncarnationTest {
    private final FleetScene scene = FleetScene.running(PROCMOND);

    private void twoLivesBeat() {
        for (int second = 1; second <= 4; second++) {
            scene.pass(500);
            scene.beat(Fleets.beat(PROCMOND, 2, second), "collector#9");
            scene.pass(500);
            scene.beat(PROCMOND);
        }
    }

    @Test
    void aRestartIsNoGapAndLiveWithItsFirstBeat() {
        scene.told(Fleets.info(PROCMOND, ProcessState.STOPPED, 1));
        scene.pass(500);
        scene.told(Fleets.info(PROCMOND, ProcessState.STARTING, 2));
        scene.pass(700);
        scene.beat(Fleets.beat(PROCMOND, 2, 1));
        scene.pass(100);

        assertThat(scene.bar(PROCMOND))
                .containsExactly(BeatKind.GOOD, BeatKind.GOOD, BeatKind.GOOD);
        assertThat(scene.view(PROCMOND).liveness()).isEqualTo(Liveness.LIVE);
        assertThat(scene.view(PROCMOND).state()).isEqualTo(ProcessState.RUNNING);
    }

    @Test
    void aNewLifeIsLiveAtOnceEvenIfItsPredecessorWasUnresponsive() {
        scene.caller.fails(PROCMOND, ErrorCode.NO_RESPONDER);
        scene.pass(5000);
        assertThat(scene.view(PROCMOND).liveness()).isEqualTo(Liveness.UNRESPONSIVE);

        scene.caller.works(PROCMOND);
        scene.beat(Fleets.beat(PROCMOND, 2, 1));
        scene.pass(100);

        assertThat(scene.view(PROCMOND).liveness()).isEqualTo(Liveness.LIVE);
        assertThat(scene.view(PROCMOND).health()).isEqualTo(HealthStatus.HEALTHY);
    }

    @Test
    void figuresAndChecksOfTheOldLifeAreNotShownForTheNewOne() {
        scene.pass(200);
        assertThat(scene.view(PROCMOND).lastCheck()).isPresent();

        scene.told(Fleets.info(PROCMOND, ProcessState.STARTING, 2));
        scene.pass(100);

        assertThat(scene.view(PROCMOND).vitals()).isEmpty();
        assertThat(scene.view(PROCMOND).lastCheck()).isEmpty();
        assertThat(scene.view(PROCMOND).health()).isEqualTo(HealthStatus.UNKNOWN);
        assertThat(scene.view(PROCMOND).healthReason()).contains("no heartbeat yet");
    }

    @Test
    void aBeatOfAnOlderLifeIsIgnored() {
        scene.told(Fleets.info(PROCMOND, ProcessState.STARTING, 2));
        scene.beat(PROCMOND);
        scene.pass(100);

        assertThat(scene.view(PROCMOND).state()).isEqualTo(ProcessState.STARTING);
        assertThat(scene.bar(PROCMOND)).hasSize(2);
    }

    @Test
    void twoLivesAtTheSameTimeAreAConflictThatTheReasonNames() {
        twoLivesBeat();
        scene.pass(100);

        var view = scene.view(PROCMOND);
        assertThat(view.health()).isEqualTo(HealthStatus.DEGRADED);
        assertThat(view.healthReason())
                .contains("two processes beat under this id: incarnations 1 and 2");
        assertThat(view.liveness()).isEqualTo(Liveness.LIVE);
    }

    @Test
    void theConflictEndsWhenOnlyOneIsLeft() {
        twoLivesBeat();
        for (int second = 5; second <= 9; second++) {
            scene.pass(1000);
            scene.beat(Fleets.beat(PROCMOND, 2, second), "collector#9");
        }
        scene.pass(100);

        assertThat(scene.view(PROCMOND).health()).isEqualTo(HealthStatus.HEALTHY);
        assertThat(scene.view(PROCMOND).healthReason()).isEmpty();
    }

    @Test
    void aListingThatStillSpeaksOfTheOldLifeDoesNotEndTheNewOne() {
        scene.beat(Fleets.beat(PROCMOND, 2, 1));
        scene.told(Fleets.info(PROCMOND, ProcessState.FAILED, 1));
        scene.pass(100);

        assertThat(scene.view(PROCMOND).liveness()).isEqualTo(Liveness.LIVE);
        assertThat(scene.view(PROCMOND).state()).isEqualTo(ProcessState.RUNNING);
    }

    @Test
    void aCollectorThatCountsAfreshWithoutANewIncarnationIsStillHeard() {
        scene.beatFor(10, PROCMOND);
        scene.pass(1000);
        scene.beat(Fleets.beat(PROCMOND, 1, 1));
        scene.pass(1000);
        scene.beat(Fleets.beat(PROCMOND, 1, 2));
        scene.pass(100);

        assertThat(scene.view(PROCMOND).liveness()).isEqualTo(Liveness.LIVE);
        assertThat(scene.bar(PROCMOND)).containsOnly(BeatKind.GOOD);
    }
}
