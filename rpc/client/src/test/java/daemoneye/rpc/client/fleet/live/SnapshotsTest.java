package daemoneye.rpc.client.fleet.live;

import static daemoneye.rpc.client.fleet.record.Fleets.NETMOND;
import static daemoneye.rpc.client.fleet.record.Fleets.PROCMOND;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.client.fleet.MetricHistory;
import daemoneye.rpc.client.fleet.record.Fleets;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What watchers get to see, and when.
class SnapshotsTest {
    private final FleetScene scene = FleetScene.running(PROCMOND, NETMOND);

    @Test
    void aFloodOfBeatsMakesTenSnapshotsASecond() {
        scene.pass(1000);
        int before = scene.snapshots.size();
        for (int nth = 0; nth < 1000; nth++) {
            scene.pass(10);
            scene.beat(PROCMOND);
        }

        assertThat(scene.snapshots.size() - before).isBetween(99, 100);
    }

    @Test
    void withoutNewsThereIsOneSnapshotASecond() {
        scene.told(Fleets.info(PROCMOND, ProcessState.STOPPED, 1));
        scene.told(Fleets.info(NETMOND, ProcessState.STOPPED, 1));
        scene.pass(1000);
        int before = scene.snapshots.size();

        scene.pass(20_000);

        assertThat(scene.snapshots.size() - before).isBetween(20, 22);
    }

    @Test
    void numbersAndTimesGrow() {
        scene.beatFor(10, PROCMOND, NETMOND);

        assertThat(scene.snapshots)
                .extracting(FleetSnapshot::number)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(scene.snapshots).extracting(FleetSnapshot::takenNanos).isSorted();
    }

    @Test
    void aWatcherGetsTheNewestSnapshotAtOnce() {
        var seen = new ArrayList<FleetSnapshot>();
        var _ = scene.model.watch(seen::add);

        assertThat(seen).containsExactly(scene.snapshot());
    }

    @Test
    void aWatcherThatLeavesSeesNoMore() {
        var seen = new ArrayList<FleetSnapshot>();
        scene.model.watch(seen::add).run();
        scene.pass(5000);

        assertThat(seen).hasSize(1);
    }

    @Test
    void aWatcherThatFailsDoesNotRobTheOthers() {
        var fleet = FleetScene.running(PROCMOND);
        var _ =
                fleet.model.watch(
                        snapshot -> {
                            throw new IllegalStateException("a bug of the window");
                        });
        var seen = new ArrayList<FleetSnapshot>();
        var _ = fleet.model.watch(seen::add);
        fleet.beatFor(5, PROCMOND);

        assertThat(seen).hasSizeGreaterThan(5);
    }

    @Test
    void whatHasNotChangedIsNotBuiltAgain() {
        scene.told(Fleets.info(NETMOND, ProcessState.STOPPED, 1));
        scene.pass(100);
        var before = scene.view(PROCMOND);
        scene.pass(400);
        var after = scene.view(PROCMOND);

        assertThat(after.beats()).isSameAs(before.beats());
        assertThat(after.vitals()).isSameAs(before.vitals());
    }

    @Test
    void aViewWithoutAgesIsTheSameObject() {
        var fleet = new FleetScene();
        fleet.caller.agent(
                "agent-1",
                Fleets.because(Fleets.info(PROCMOND, ProcessState.STOPPED, 1), "stopped"));
        fleet.connection.connect();
        fleet.pass(1500);
        var before = fleet.view(PROCMOND);
        fleet.pass(5000);

        assertThat(fleet.view(PROCMOND)).isSameAs(before);
    }

    @Test
    void agesGrowBetweenBeats() {
        scene.pass(1100);
        assertThat(scene.view(PROCMOND).lastBeatAge()).contains(Duration.ofMillis(1100));
        assertThat(scene.view(PROCMOND).uptime()).contains(Duration.ofMillis(3100));
    }

    @Test
    void aWallClockThatJumpsTenYearsChangesNothing() {
        for (int years : List.of(10, -20, 10)) {
            scene.ticker.setWallClock(scene.ticker.now().plus(Duration.ofDays(365L * years)));
            scene.beatFor(3, PROCMOND, NETMOND);
            scene.pass(100);
            assertThat(scene.snapshot().collectors())
                    .hasSize(2)
                    .allMatch(view -> view.liveness() == Liveness.LIVE)
                    .allMatch(view -> view.health() == HealthStatus.HEALTHY)
                    .allMatch(
                            view ->
                                    view.lastBeatAge()
                                            .filter(Duration.ofMillis(100)::equals)
                                            .isPresent());
            scene.pass(900);
        }
    }

    @Test
    void aCollectorWhoseClockIsYearsOffIsHealthyAllTheSame() {
        var past = Instant.parse("1999-01-01T00:00:00Z");
        scene.caller.health(
                Fleets.health(
                        PROCMOND,
                        HealthStatus.HEALTHY,
                        Fleets.component("event_bus", HealthStatus.HEALTHY, "idle")));
        scene.ticker.setWallClock(past);
        scene.beatFor(15, PROCMOND, NETMOND);

        assertThat(scene.view(PROCMOND).health()).isEqualTo(HealthStatus.HEALTHY);
    }

    @Test
    void historyHoldsTheFiguresOfBeatsAndChecks() {
        scene.beatFor(3, PROCMOND, NETMOND);
        var history = scene.model.history(PROCMOND).getNow(new MetricHistory(Map.of()));

        assertThat(history.series().get("cpu_usage_percent"))
                .hasSize(5)
                .extracting(MetricHistory.Point::value)
                .containsOnly(2.5);
        assertThat(history.series().get("events_published")).isNotEmpty();
    }

    @Test
    void historyOfSomebodyUnknownIsEmpty() {
        var nobody = new CollectorId("nobody");
        assertThat(scene.model.history(nobody)).isCompletedWithValue(new MetricHistory(Map.of()));
    }

    @Test
    void aBeatOnTheTopicOfAnotherCollectorIsNotBelieved() {
        scene.told(Fleets.info(PROCMOND, ProcessState.STARTING, 5));
        scene.connection.deliver(
                CollectorTopics.ALL_HEARTBEATS,
                CollectorTopics.heartbeat(NETMOND),
                Fleets.beat(PROCMOND, 5, 1),
                "netmond#3");
        scene.pass(100);

        assertThat(scene.view(PROCMOND).state()).isEqualTo(ProcessState.STARTING);
    }

    @Test
    void aClosedModelLeavesNothingBehind() {
        scene.beatFor(2, PROCMOND);
        scene.model.close();
        scene.model.close();
        int before = scene.snapshots.size();
        scene.pass(10_000);

        assertThat(scene.snapshots).hasSize(before);
        assertThat(scene.connection.openEnds()).isZero();
        assertThat(scene.ticker.waitingAlarms()).isZero();
        assertThat(scene.model.history(PROCMOND)).isCompleted();
    }
}
