package daemoneye.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.controls.gauge.GaugeReading;
import daemoneye.app.sample.SampleFleet;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class FleetViewModelTest {
    private final FleetViewModel model = new FleetViewModel();

    @Test
    void whyThereIsNoneIsToldAsItIs() {
        assertThat(model.emptinessProperty().get()).isEqualTo(Emptiness.CONNECTING);

        model.show(nothing(trying(0), false, List.of()));
        assertThat(model.emptinessProperty().get()).isEqualTo(Emptiness.CONNECTING);
        model.show(nothing(trying(1), false, List.of()));
        assertThat(model.emptinessProperty().get()).isEqualTo(Emptiness.NO_LINK);
        model.show(nothing(new ConnectionState.Closed("over"), false, List.of()));
        assertThat(model.emptinessProperty().get()).isEqualTo(Emptiness.CLOSED);
        model.show(SampleFleet.connected(false, List.of()));
        assertThat(model.emptinessProperty().get()).isEqualTo(Emptiness.ASKING);
        model.show(nothing(SampleFleet.link(Optional.empty()), true, List.of()));
        assertThat(model.emptinessProperty().get()).isEqualTo(Emptiness.NO_AGENT);
        model.show(SampleFleet.connected(true, List.of()));
        assertThat(model.emptinessProperty().get()).isEqualTo(Emptiness.NO_COLLECTOR);
        model.show(SampleFleet.cutOff(List.of()));
        assertThat(model.emptinessProperty().get()).isEqualTo(Emptiness.LAST_KNOWN);
        assertThat(model.isEmpty()).isTrue();
    }

    private static ConnectionState trying(int attempt) {
        return new ConnectionState.Reconnecting(attempt, Duration.ofSeconds(1), "nobody listens");
    }

    private static FleetSnapshot nothing(
            ConnectionState link, boolean listed, List<String> agents) {
        return SampleFleet.nothing(link, listed, agents, Optional.empty());
    }

    @Test
    void showingAllForgetsWhatWasLookedFor() {
        model.show(SampleFleet.connected(true, List.of(healthy("a"), healthy("b"))));
        model.searchProperty().set("postgres");
        model.chipProperty().set(Optional.of(Standing.FAILED));
        assertThat(model.rows()).isEmpty();

        model.showAll();
        assertThat(model.rows()).hasSize(2);
        assertThat(model.searchProperty().get()).isEmpty();
    }

    @Test
    void aRowKeepsItsIdentityFromSnapshotToSnapshot() {
        model.show(SampleFleet.connected(true, List.of(healthy("a"), healthy("b"))));
        var first = model.rows().getFirst();

        model.show(SampleFleet.connected(true, List.of(degraded("a"), healthy("b"))));

        assertThat(model.rows().getFirst()).isSameAs(first);
        assertThat(first.standing()).isEqualTo(Standing.DEGRADED);
    }

    @Test
    void aCollectorThatIsGoneLeavesTheTable() {
        model.show(SampleFleet.connected(true, List.of(healthy("a"), healthy("b"))));
        model.show(SampleFleet.connected(true, List.of(healthy("b"))));

        assertThat(model.rows()).extracting(CollectorRowViewModel::id).containsExactly("b");
    }

    @Test
    void countsSayHowManyStandHow() {
        model.show(SampleFleet.connected(true, List.of(healthy("a"), degraded("b"), healthy("c"))));

        assertThat(model.countsProperty().get())
                .containsEntry(Standing.HEALTHY, 2)
                .containsEntry(Standing.DEGRADED, 1)
                .doesNotContainKey(Standing.FAILED);
    }

    @Test
    void aChipFollowsWhoStandsSoNow() {
        model.chipProperty().set(Optional.of(Standing.DEGRADED));
        model.show(SampleFleet.connected(true, List.of(healthy("a"), degraded("b"))));
        assertThat(model.rows()).extracting(CollectorRowViewModel::id).containsExactly("b");

        model.show(SampleFleet.connected(true, List.of(degraded("a"), healthy("b"))));
        assertThat(model.rows()).extracting(CollectorRowViewModel::id).containsExactly("a");
    }

    @Test
    void withoutALinkThePictureIsFrozenAndNotEmpty() {
        model.show(SampleFleet.cutOff(List.of(healthy("a"))));

        assertThat(model.frozenProperty().get()).isTrue();
        assertThat(model.rows()).hasSize(1);
    }

    @Test
    void withoutALinkFiguresStayAsLastKnownWithTheirAge() {
        model.show(
                SampleFleet.cutOff(
                        List.of(
                                SampleFleet.collector(
                                        "a",
                                        ProcessState.UNKNOWN,
                                        Liveness.UNKNOWN,
                                        HealthStatus.HEALTHY))));
        var row = model.rows().getFirst();

        assertThat(row.standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(row.cpuProperty().get()).isEqualTo(2.3);
        assertThat(row.healthProperty().get()).isInstanceOf(GaugeReading.Stale.class);
    }

    @Test
    void figuresOfAProcessThatIsGoneAreNotShown() {
        model.show(
                SampleFleet.connected(
                        true,
                        List.of(
                                SampleFleet.collector(
                                        "a",
                                        ProcessState.FAILED,
                                        Liveness.DOWN,
                                        HealthStatus.UNKNOWN))));
        var row = model.rows().getFirst();

        assertThat(row.cpuProperty().get()).isNaN();
        assertThat(row.uptimeSecondsProperty().get()).isNaN();
        assertThat(row.healthProperty().get()).isInstanceOf(GaugeReading.NoValue.class);
        assertThat(row.reasonProperty().get()).isEqualTo("ended by SIGKILL");
    }

    private static CollectorView healthy(String id) {
        return SampleFleet.collector(id, ProcessState.RUNNING, Liveness.LIVE, HealthStatus.HEALTHY);
    }

    private static CollectorView degraded(String id) {
        return SampleFleet.collector(
                id, ProcessState.RUNNING, Liveness.LIVE, HealthStatus.DEGRADED);
    }
}
