package daemoneye.rpc.client.fleet.live;

import static daemoneye.rpc.client.fleet.record.Fleets.NETMOND;
import static daemoneye.rpc.client.fleet.record.Fleets.PROCMOND;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fleet.record.Fleets;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.ProcessState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// When collectors are asked for their health.
class HealthChecksTest {
    private final FleetScene scene = FleetScene.running(PROCMOND, NETMOND);

    private static CollectorId[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(nth -> new CollectorId("collector-" + nth))
                .toArray(CollectorId[]::new);
    }

    @Test
    void everybodyIsAskedAtFirstSight() {
        scene.pass(100);

        assertThat(scene.view(PROCMOND).lastCheck()).isPresent();
        assertThat(scene.view(NETMOND).lastCheck()).isPresent();
        assertThat(scene.caller.checkTimes(PROCMOND).getFirst())
                .isLessThanOrEqualTo(Duration.ofMillis(100));
    }

    @Test
    void everybodyIsAskedEveryTenSeconds() {
        scene.beatFor(58, PROCMOND, NETMOND);

        assertThat(scene.caller.checks(PROCMOND)).isBetween(6L, 8L);
        assertThat(scene.caller.checks(NETMOND)).isBetween(6L, 8L);
    }

    @Test
    void theOneSomebodyLooksAtIsAskedEveryTwoSeconds() {
        scene.beatFor(3, PROCMOND, NETMOND);
        long before = scene.caller.checks(PROCMOND);
        scene.model.focus(Optional.of(PROCMOND));
        scene.beatFor(20, PROCMOND, NETMOND);
        assertThat(scene.caller.checks(PROCMOND) - before).isBetween(9L, 12L);

        long then = scene.caller.checks(PROCMOND);
        scene.model.focus(Optional.empty());
        scene.beatFor(20, PROCMOND, NETMOND);
        assertThat(scene.caller.checks(PROCMOND) - then).isBetween(2L, 3L);
    }

    @Test
    void anotherStatusInABeatIsAskedAboutAtOnce() {
        scene.beatFor(3, PROCMOND, NETMOND);
        long before = scene.caller.checks(PROCMOND);
        scene.caller.health(
                Fleets.health(
                        PROCMOND,
                        HealthStatus.DEGRADED,
                        Fleets.component("event_bus", HealthStatus.DEGRADED, "queue 83 % full")));
        scene.pass(1000);
        scene.beat(Fleets.beat(PROCMOND, 1, scene.next(PROCMOND), HealthStatus.DEGRADED, false));
        scene.pass(200);

        assertThat(scene.caller.checks(PROCMOND)).isEqualTo(before + 1);
        assertThat(scene.view(PROCMOND).health()).isEqualTo(HealthStatus.DEGRADED);
        assertThat(scene.view(PROCMOND).healthReason()).contains("event_bus: queue 83 % full");
    }

    @Test
    void aGapInTheSequenceIsAskedAboutAtOnce() {
        scene.beatFor(3, PROCMOND, NETMOND);
        long before = scene.caller.checks(PROCMOND);
        scene.next(PROCMOND);
        scene.pass(1000);
        scene.beat(PROCMOND);
        scene.pass(100);

        assertThat(scene.caller.checks(PROCMOND)).isEqualTo(before + 1);
    }

    @Test
    void aCollectorWhoseStatusFlickersIsAskedAtMostOnceASecond() {
        long before = scene.caller.checks(PROCMOND);
        for (int nth = 0; nth < 100; nth++) {
            var status = nth % 2 == 0 ? HealthStatus.DEGRADED : HealthStatus.HEALTHY;
            scene.pass(100);
            scene.beat(Fleets.beat(PROCMOND, 1, scene.next(PROCMOND), status, false));
        }

        assertThat(scene.caller.checks(PROCMOND) - before).isBetween(9L, 11L);
    }

    @Test
    void atMostFourAreUnderWayAtATime() {
        var ids = many(50);
        var fleet = FleetScene.running();
        var infos =
                Arrays.stream(ids)
                        .map(id -> Fleets.info(id, ProcessState.RUNNING, 1))
                        .toArray(CollectorInfo[]::new);
        for (var id : ids) {
            fleet.caller.fails(id, ErrorCode.DEADLINE_EXCEEDED);
        }
        fleet.caller.agent("agent-1", infos);
        fleet.beatFor(80, ids);

        assertThat(fleet.caller.mostOutstanding()).isEqualTo(HealthChecks.MAX_OUTSTANDING);
        assertThat(ids).allMatch(id -> fleet.caller.checks(id) >= 1, "asked at least once");
    }

    @Test
    void aFleetThatAnswersIsAskedInWholeWithinTenSeconds() {
        var ids = many(500);
        var fleet = FleetScene.running(ids);
        fleet.beatFor(10, ids);

        assertThat(ids).allMatch(id -> fleet.caller.checks(id) >= 1, "asked at least once");
    }

    @Test
    void oneFailedCheckSaysNothingAndTwoSaySo() {
        scene.beatFor(1, PROCMOND, NETMOND);
        scene.caller.fails(PROCMOND, ErrorCode.INTERNAL_ERROR);
        scene.beatFor(10, PROCMOND, NETMOND);
        scene.pass(100);
        assertThat(scene.view(PROCMOND).health()).isEqualTo(HealthStatus.HEALTHY);

        scene.beatFor(10, PROCMOND, NETMOND);
        scene.pass(100);
        assertThat(scene.view(PROCMOND).health()).isEqualTo(HealthStatus.UNKNOWN);
        assertThat(scene.view(PROCMOND).healthReason())
                .contains("health checks fail: no answer: INTERNAL_ERROR");
    }

    @Test
    void theAgeOfTheLastCheckIsTold() {
        scene.pass(100);
        var age = scene.view(PROCMOND).lastCheckAge().orElseThrow();
        scene.pass(1000);

        assertThat(scene.view(PROCMOND).lastCheckAge()).contains(age.plusSeconds(1));
    }

    @Test
    void anAnswerAboutSomebodyElseIsNoAnswer() {
        var fleet = new FleetScene();
        fleet.caller.agent("agent-1", Fleets.info(PROCMOND, ProcessState.RUNNING, 1));
        fleet.caller.answersAs(PROCMOND, Fleets.healthy(NETMOND));
        fleet.connection.connect();
        fleet.beatFor(3, PROCMOND);

        assertThat(fleet.view(PROCMOND).lastCheck()).isEmpty();
    }
}
