package daemoneye.app.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.backend.NoBackend;
import daemoneye.app.sample.SampleFleet;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.time.FakeTicker;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class WelcomeViewModelTest {
    private final FakeTicker ticker = new FakeTicker();
    private final WelcomeViewModel model = new WelcomeViewModel();

    @Test
    void itIsShownOnlyWhenItIsToldTo() {
        model.show(running(0));
        assertThat(model.openProperty().get()).isFalse();
    }

    @Test
    void theTicksFollowTheFleet() {
        model.begin();
        assertThat(model.stepsProperty().get()).hasSize(4).noneMatch(WelcomeStep::done);

        model.show(NoBackend.starting("here", ticker).fleet().snapshot());
        assertThat(model.stepsProperty().get()).noneMatch(WelcomeStep::done);

        model.show(
                SampleFleet.connected(
                        true,
                        List.of(
                                SampleFleet.collector(
                                        "procmond",
                                        ProcessState.STARTING,
                                        Liveness.UNKNOWN,
                                        HealthStatus.UNKNOWN))));
        assertThat(model.stepsProperty().get())
                .extracting(WelcomeStep::done)
                .startsWith(true, true, false);
        assertThat(model.stepsProperty().get().get(2).text()).endsWith("0/1");

        model.show(running(0));
        assertThat(model.stepsProperty().get()).allMatch(WelcomeStep::done);
        assertThat(model.openProperty().get()).isTrue();
    }

    @Test
    void itGoesByItselfAWhileAfterEverythingRuns() {
        model.begin();
        model.show(running(1_000_000_000L));
        model.show(running(WelcomeViewModel.STAYS.toNanos()));
        assertThat(model.nextProperty().get()).contains("1 s");
        assertThat(model.openProperty().get()).isTrue();

        model.show(running(WelcomeViewModel.STAYS.plus(Duration.ofSeconds(1)).toNanos()));
        assertThat(model.openProperty().get()).isFalse();
    }

    @Test
    void whereNothingCanStartItIsNotInTheWayOfTheReason() {
        model.begin();
        model.show(NoBackend.failed("here", "nothing can be written", ticker).fleet().snapshot());

        assertThat(model.openProperty().get()).isFalse();
    }

    @Test
    void aCollectorThatFailsIsSaid() {
        model.begin();
        model.show(
                SampleFleet.connected(
                        true,
                        List.of(
                                SampleFleet.collector(
                                        "procmond",
                                        ProcessState.FAILED,
                                        Liveness.DOWN,
                                        HealthStatus.UNKNOWN))));

        assertThat(model.nextProperty().get()).contains("in the way");
    }

    @Test
    void itGoesAtAPressAndStaysAway() {
        model.begin();
        model.leave();
        model.show(running(0));

        assertThat(model.openProperty().get()).isFalse();
    }

    private static FleetSnapshot running(long nanos) {
        var snapshot =
                SampleFleet.connected(
                        true,
                        List.of(
                                SampleFleet.healthy(
                                        "procmond", "process-monitor", "web-01", "process")));
        return new FleetSnapshot(
                2,
                nanos,
                snapshot.takenAt(),
                snapshot.link(),
                snapshot.roundTrip(),
                snapshot.lastKnownAt(),
                true,
                snapshot.agents(),
                snapshot.collectors());
    }
}
