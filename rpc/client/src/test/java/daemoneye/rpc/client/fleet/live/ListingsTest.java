package daemoneye.rpc.client.fleet.live;

import static daemoneye.rpc.client.fleet.record.Fleets.NETMOND;
import static daemoneye.rpc.client.fleet.record.Fleets.PROCMOND;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fleet.record.Fleets;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import org.junit.jupiter.api.Test;

/// Who is in the fleet.
class ListingsTest {
    private static final CollectorId STRAY = new CollectorId("stray");

    private final FleetScene scene = new FleetScene();

    @Test
    void agentsAreAskedAsSoonAsTheLinkIsUp() {
        scene.caller.agent("agent-2", Fleets.info(NETMOND, ProcessState.STOPPED, 1, "agent-2"));
        scene.caller.agent("agent-1", Fleets.info(PROCMOND, ProcessState.RUNNING, 1));
        assertThat(scene.snapshot().listed()).isFalse();

        scene.connection.connect();
        scene.pass(100);

        assertThat(scene.snapshot().listed()).isTrue();
        assertThat(scene.snapshot().agents()).containsExactly("agent-1", "agent-2");
        assertThat(scene.snapshot().collectors())
                .extracting(view -> view.id())
                .containsExactly(NETMOND, PROCMOND);
        assertThat(scene.view(NETMOND).liveness()).isEqualTo(Liveness.DOWN);
        assertThat(scene.view(PROCMOND).state()).isEqualTo(ProcessState.RUNNING);
    }

    @Test
    void agentsAreAskedAgainEveryThirtySeconds() {
        scene.caller.agent("agent-1");
        scene.connection.connect();
        scene.pass(29_900);
        assertThat(scene.caller.listings()).isEqualTo(1);

        scene.pass(200);
        assertThat(scene.caller.listings()).isEqualTo(2);
    }

    @Test
    void whileNobodyAnswersAgentsAreAskedEveryTwoSeconds() {
        scene.connection.connect();
        scene.pass(10_000);
        assertThat(scene.caller.listings()).isBetween(5, 6);
        assertThat(scene.snapshot().listed()).isTrue();

        scene.caller.agent("agent-1", Fleets.info(PROCMOND, ProcessState.RUNNING, 1));
        scene.pass(2100);
        assertThat(scene.knows(PROCMOND)).isTrue();
    }

    @Test
    void whatAnAgentNoLongerKnowsIsForgotten() {
        scene.caller.agent(
                "agent-1",
                Fleets.info(PROCMOND, ProcessState.RUNNING, 1),
                Fleets.info(NETMOND, ProcessState.STOPPED, 1));
        scene.connection.connect();
        scene.pass(1000);
        scene.caller.agent("agent-1", Fleets.info(PROCMOND, ProcessState.RUNNING, 1));
        scene.pass(30_000);

        assertThat(scene.knows(NETMOND)).isFalse();
        assertThat(scene.knows(PROCMOND)).isTrue();
    }

    @Test
    void collectorsOfAnAgentThatDoesNotAnswerStay() {
        scene.caller.agent("agent-1", Fleets.info(PROCMOND, ProcessState.RUNNING, 1));
        scene.caller.agent("agent-2", Fleets.info(NETMOND, ProcessState.RUNNING, 1, "agent-2"));
        scene.connection.connect();
        scene.pass(1000);
        scene.caller.noAgent("agent-2");
        scene.pass(60_000);

        assertThat(scene.knows(NETMOND)).isTrue();
        assertThat(scene.snapshot().agents()).containsExactly("agent-1");
    }

    @Test
    void aRemovedCollectorThatStillBeatsIsNotHidden() {
        scene.caller.agent("agent-1", Fleets.info(PROCMOND, ProcessState.RUNNING, 1));
        scene.connection.connect();
        scene.beatFor(2, PROCMOND);
        scene.caller.agent("agent-1");
        scene.beatFor(35, PROCMOND);

        scene.pass(100);
        assertThat(scene.view(PROCMOND).liveness()).isEqualTo(Liveness.LIVE);

        scene.pass(120_000);
        assertThat(scene.knows(PROCMOND)).isFalse();
    }

    @Test
    void anUnknownIdIsShownAtOnceAndAskedFor() {
        scene.caller.agent("agent-1");
        scene.connection.connect();
        scene.pass(5000);
        scene.caller.agent("agent-1", Fleets.info(STRAY, ProcessState.RUNNING, 1));

        scene.beat(STRAY);
        scene.pass(200);

        assertThat(scene.caller.listings()).isEqualTo(2);
        assertThat(scene.view(STRAY).info().collectorType()).isEqualTo("process-monitor");
        assertThat(scene.view(STRAY).liveness()).isEqualTo(Liveness.LIVE);
    }

    @Test
    void aCollectorWithoutAnAgentIsShownButNotAskedForWithEveryBeat() {
        scene.caller.agent("agent-1");
        scene.connection.connect();
        scene.pass(5000);
        scene.beatFor(20, STRAY);
        scene.pass(100);

        assertThat(scene.caller.listings()).isEqualTo(2);
        assertThat(scene.view(STRAY).info().collectorType()).isEqualTo("unknown");
        assertThat(scene.view(STRAY).state()).isEqualTo(ProcessState.RUNNING);
        assertThat(scene.view(STRAY).liveness()).isEqualTo(Liveness.LIVE);
    }

    @Test
    void aCollectorWithoutAnAgentIsForgottenAfterAMinuteOfSilence() {
        scene.caller.agent("agent-1");
        scene.connection.connect();
        scene.beatFor(5, STRAY);
        scene.pass(50_000);
        assertThat(scene.knows(STRAY)).isTrue();

        scene.pass(60_000);
        assertThat(scene.knows(STRAY)).isFalse();
    }

    @Test
    void aStateChangeOfAnUnknownCollectorShowsIt() {
        scene.caller.agent("agent-1");
        scene.connection.connect();
        scene.pass(5000);
        scene.told(Fleets.info(PROCMOND, ProcessState.STARTING, 1));
        scene.pass(100);

        assertThat(scene.view(PROCMOND).state()).isEqualTo(ProcessState.STARTING);
    }

    @Test
    void aStateChangeThatCameDuringAListingIsNewerThanTheListing() {
        scene.caller.agent("agent-1", Fleets.info(PROCMOND, ProcessState.RUNNING, 1));
        scene.connection.connect();
        scene.beatFor(2, PROCMOND);
        scene.caller.hold();
        scene.pass(28_500);
        assertThat(scene.caller.listings()).isEqualTo(2);
        scene.told(Fleets.info(PROCMOND, ProcessState.FAILED, 1));
        scene.caller.release();
        scene.pass(100);

        assertThat(scene.view(PROCMOND).state()).isEqualTo(ProcessState.FAILED);
        assertThat(scene.view(PROCMOND).liveness()).isEqualTo(Liveness.DOWN);
    }

    @Test
    void ofTwoAgentsThatClaimACollectorTheOneWithAProcessIsBelieved() {
        scene.caller.agent("agent-1", Fleets.info(PROCMOND, ProcessState.RUNNING, 1));
        scene.caller.agent("agent-2", Fleets.info(PROCMOND, ProcessState.STOPPED, 1, "agent-2"));
        scene.connection.connect();
        scene.pass(100);

        assertThat(scene.view(PROCMOND).info().agentId()).isEqualTo("agent-1");
    }

    @Test
    void anAgentThatHangsDoesNotKeepTheFleetFromBeingListed() {
        scene.caller.agentsHang(true);
        scene.connection.connect();
        scene.pass(4900);
        assertThat(scene.snapshot().listed()).isFalse();

        scene.pass(200);
        assertThat(scene.snapshot().listed()).isTrue();
    }

    @Test
    void madeUpIdsDoNotMakeItGrowWithoutBound() {
        scene.connection.connect();
        for (int nth = 0; nth < FleetBook.MAX_COLLECTORS + 50; nth++) {
            scene.beat(Fleets.beat(new CollectorId("made-up-" + nth), 1, 1));
        }
        scene.pass(100);

        assertThat(scene.snapshot().collectors()).hasSize(FleetBook.MAX_COLLECTORS);
    }
}
