package daemoneye.rpc.client.fleet.live;

import static daemoneye.rpc.client.fleet.record.Fleets.NETMOND;
import static daemoneye.rpc.client.fleet.record.Fleets.PROCMOND;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.fleet.BeatKind;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.record.Fleets;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// When our own link breaks, nobody else is to blame.
class LinkLossTest {
    private static final List<BeatKind> FIVE_BEATS_OF_OUR_OUTAGE =
            List.of(
                    BeatKind.GOOD,
                    BeatKind.GOOD,
                    BeatKind.OUR_OUTAGE,
                    BeatKind.OUR_OUTAGE,
                    BeatKind.OUR_OUTAGE,
                    BeatKind.OUR_OUTAGE,
                    BeatKind.OUR_OUTAGE,
                    BeatKind.GOOD);

    private final FleetScene scene = FleetScene.running(PROCMOND, NETMOND);

    @Test
    void thePictureFreezesAsItWasLastKnown() {
        scene.caller.health(
                Fleets.health(
                        PROCMOND,
                        HealthStatus.DEGRADED,
                        Fleets.component("event_bus", HealthStatus.DEGRADED, "queue 83 % full")));
        scene.model.focus(Optional.of(PROCMOND));
        scene.beatFor(1, PROCMOND, NETMOND);
        var lastTrue = scene.ticker.now();
        scene.pass(400);
        var before = scene.view(PROCMOND);

        scene.connection.lose();
        scene.pass(60_000);

        var after = scene.view(PROCMOND);
        assertThat(scene.snapshot().lastKnownAt()).contains(lastTrue);
        assertThat(scene.snapshot().link()).isInstanceOf(ConnectionState.Reconnecting.class);
        assertThat(after.liveness()).isEqualTo(Liveness.UNKNOWN);
        assertThat(after.state()).isEqualTo(ProcessState.UNKNOWN);
        assertThat(after.info().state()).isEqualTo(ProcessState.RUNNING);
        assertThat(after.health()).isEqualTo(HealthStatus.DEGRADED).isEqualTo(before.health());
        assertThat(after.healthReason()).contains("event_bus: queue 83 % full");
        assertThat(after.vitals()).isEqualTo(before.vitals()).isNotEmpty();
        assertThat(after.uptime()).isEqualTo(before.uptime()).isPresent();
        assertThat(after.lastBeatAge().orElseThrow())
                .isBetween(Duration.ofMillis(59_400), Duration.ofMillis(60_400));
    }

    @Test
    void nobodyTurnsBadHoweverLongItLasts() {
        scene.caller.fails(PROCMOND, ErrorCode.NOT_CONNECTED);
        scene.pass(500);
        int before = scene.snapshots.size();
        scene.connection.lose();
        scene.pass(600_000);

        assertThat(scene.snapshots.subList(before, scene.snapshots.size()))
                .hasSizeGreaterThan(500)
                .flatExtracting(snapshot -> snapshot.collectors())
                .allMatch(each -> each.health() == HealthStatus.HEALTHY)
                .extracting(CollectorView::liveness)
                .containsOnly(Liveness.UNKNOWN);
    }

    @Test
    void nobodyIsAskedAnythingMeanwhile() {
        scene.connection.lose();
        scene.pass(100);
        long checks = scene.caller.checks(PROCMOND);
        int listings = scene.caller.listings();
        int pings = scene.connection.pings();

        scene.pass(120_000);

        assertThat(scene.caller.checks(PROCMOND)).isEqualTo(checks);
        assertThat(scene.caller.listings()).isEqualTo(listings);
        assertThat(scene.connection.pings()).isEqualTo(pings);
    }

    @Test
    void theBarSaysThatItWasOurOutage() {
        scene.connection.lose();
        scene.pass(5000);
        scene.connection.connect();
        scene.pass(300);
        scene.beat(Fleets.beat(PROCMOND, 1, 8));
        scene.pass(100);

        assertThat(scene.bar(PROCMOND)).containsExactlyElementsOf(FIVE_BEATS_OF_OUR_OUTAGE);
        assertThat(scene.view(PROCMOND).liveness()).isEqualTo(Liveness.LIVE);
    }

    @Test
    void beatsThatSeemedLostOnALinkThatWasDeadAlreadyAreOurOutage() {
        scene.caller.fails(PROCMOND, ErrorCode.DEADLINE_EXCEEDED);
        scene.caller.fails(NETMOND, ErrorCode.DEADLINE_EXCEEDED);
        scene.connection.goSilent();
        scene.pass(4000);
        assertThat(scene.bar(PROCMOND)).contains(BeatKind.LOST);

        scene.connection.lose();
        scene.pass(100);

        assertThat(scene.bar(PROCMOND)).doesNotContain(BeatKind.LOST);
    }

    @Test
    void theReturnAsksEverybodyAfresh() {
        scene.connection.lose();
        scene.pass(5000);
        long checks = scene.caller.checks(PROCMOND);
        int listings = scene.caller.listings();
        assertThat(scene.snapshot().listed()).isFalse();

        scene.connection.connect();
        scene.pass(100);

        assertThat(scene.caller.listings()).isEqualTo(listings + 1);
        assertThat(scene.caller.checks(PROCMOND)).isEqualTo(checks + 1);
        assertThat(scene.caller.checks(NETMOND)).isPositive();
        assertThat(scene.snapshot().listed()).isTrue();
        assertThat(scene.snapshot().lastKnownAt()).isEmpty();
        assertThat(scene.view(PROCMOND).state()).isEqualTo(ProcessState.RUNNING);
    }

    @Test
    void whoDoesNotReturnIsSuspectedWhenTheLongestWaitOfALinkAndTwoIntervalsAreOver() {
        scene.connection.lose();
        scene.pass(5000);
        scene.connection.connect();
        scene.pass(6800);
        assertThat(scene.view(PROCMOND).liveness()).isEqualTo(Liveness.UNKNOWN);

        scene.pass(300);
        assertThat(scene.view(PROCMOND).liveness()).isEqualTo(Liveness.SUSPECT);
    }

    @Test
    void aCollectorThatFindsTheBrokerAgainLaterThanWeIsNotToBlame() {
        scene.caller.fails(PROCMOND, ErrorCode.NO_RESPONDER);
        scene.model.focus(Optional.of(PROCMOND));
        scene.pass(300);
        int before = scene.snapshots.size();
        scene.connection.lose();
        scene.pass(400);
        scene.connection.connect();
        scene.pass(4400);
        scene.beat(Fleets.beat(PROCMOND, 1, 8));
        scene.pass(100);

        assertThat(scene.bar(PROCMOND)).containsExactlyElementsOf(FIVE_BEATS_OF_OUR_OUTAGE);
        assertThat(scene.snapshots.subList(before, scene.snapshots.size()))
                .extracting(each -> each.collectors().getLast())
                .allMatch(each -> each.health() == HealthStatus.HEALTHY)
                .extracting(CollectorView::liveness)
                .containsOnly(Liveness.LIVE, Liveness.UNKNOWN);
    }

    @Test
    void whoHasNotBeatenSinceOurReturnIsUnknownUntilItsAgentSpeaks() {
        scene.connection.lose();
        scene.pass(3000);
        scene.caller.agentsHang(true);
        scene.connection.connect();
        scene.pass(200);
        assertThat(scene.view(PROCMOND).state()).isEqualTo(ProcessState.UNKNOWN);

        scene.told(Fleets.info(PROCMOND, ProcessState.RUNNING, 1));
        scene.pass(100);
        assertThat(scene.view(PROCMOND).state()).isEqualTo(ProcessState.RUNNING);
    }

    @Test
    void whoIsGoneStaysGone() {
        scene.told(Fleets.info(PROCMOND, ProcessState.STOPPED, 1));
        scene.caller.agent(
                "agent-1",
                Fleets.info(PROCMOND, ProcessState.STOPPED, 1),
                Fleets.info(NETMOND, ProcessState.RUNNING, 1));
        scene.pass(100);
        int bar = scene.bar(PROCMOND).size();
        scene.connection.lose();
        scene.pass(5000);
        scene.connection.connect();
        scene.pass(200);

        assertThat(scene.view(PROCMOND).liveness()).isEqualTo(Liveness.DOWN);
        assertThat(scene.bar(PROCMOND)).hasSize(bar);
    }

    @Test
    void answersOfABrokenLinkAreNotBelieved() {
        scene.caller.hold();
        scene.model.focus(Optional.of(PROCMOND));
        scene.pass(2000);
        scene.caller.health(Fleets.health(PROCMOND, HealthStatus.UNHEALTHY));
        scene.connection.lose();
        scene.pass(100);
        scene.caller.release();
        scene.pass(100);

        assertThat(scene.view(PROCMOND).health()).isEqualTo(HealthStatus.HEALTHY);
    }

    @Test
    void aListingOfABrokenLinkIsNotBelieved() {
        scene.caller.hold();
        scene.connection.lose();
        scene.connection.connect();
        scene.caller.noAgent("agent-1");
        scene.connection.lose();
        scene.caller.release();
        scene.pass(100);

        assertThat(scene.snapshot().listed()).isFalse();
        assertThat(scene.knows(PROCMOND)).isTrue();
    }

    @Test
    void theRoundTripIsForgottenWithItsLink() {
        scene.pass(100);
        assertThat(scene.snapshot().roundTrip()).isPresent();

        scene.connection.lose();
        scene.pass(100);
        assertThat(scene.snapshot().roundTrip()).isEmpty();

        scene.connection.connect();
        scene.pass(5100);
        assertThat(scene.snapshot().roundTrip()).isPresent();
    }

    @Test
    void beforeTheFirstConnectionThereIsNoLastKnownPicture() {
        var fresh = new FleetScene();
        fresh.pass(10_000);

        assertThat(fresh.snapshot().lastKnownAt()).isEmpty();
        assertThat(fresh.snapshot().collectors()).isEmpty();
        assertThat(fresh.snapshot().link()).isInstanceOf(ConnectionState.Reconnecting.class);
    }
}
