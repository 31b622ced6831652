package daemoneye.app.detail;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.calls.CallTerms;
import daemoneye.app.calls.CollectorAction;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.controls.gauge.GaugeReading;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.ScriptedCaller;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.time.FakeTicker;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class DetailViewModelTest {
    private final SampleFleet fleet = new SampleFleet();
    private final ScriptedCaller caller = new ScriptedCaller();
    private final OperationsViewModel operations =
            new OperationsViewModel(caller, "console-1", new FakeTicker(), Runnable::run);
    private final DetailViewModel model = new DetailViewModel(fleet, operations, Runnable::run);

    @Test
    void namesTheCulpritAndTheProcess() {
        look(ProcessState.RUNNING, Liveness.LIVE, HealthStatus.DEGRADED);

        assertThat(model.reasonProperty().get()).startsWith("event_bus: queue 83 % full");
        assertThat(model.processProperty().get())
                .isEqualTo("Process running, pid 4711, up 6 h 12 m");
        assertThat(model.cpuProperty().get()).isEqualTo(GaugeReading.live(2.3));
        assertThat(model.components())
                .extracting(ComponentItem::name)
                .containsExactlyInAnyOrder("process_enumeration", "event_bus");
        assertThat(model.historyProperty().get()).containsKey("cpu_usage_percent");
    }

    @Test
    void offersWhatMakesSense() {
        look(ProcessState.RUNNING, Liveness.LIVE, HealthStatus.HEALTHY);
        assertThat(model.offeredProperty().get())
                .containsExactlyInAnyOrder(
                        CollectorAction.HEALTH_CHECK,
                        CollectorAction.STOP,
                        CollectorAction.RESTART,
                        CollectorAction.PAUSE,
                        CollectorAction.CONFIGURE,
                        CollectorAction.SHUT_DOWN);

        look(ProcessState.STOPPED, Liveness.DOWN, HealthStatus.UNKNOWN);
        assertThat(model.offeredProperty().get())
                .containsExactlyInAnyOrder(
                        CollectorAction.HEALTH_CHECK,
                        CollectorAction.START,
                        CollectorAction.CONFIGURE);
    }

    @Test
    void anActionUnderWayIsNotOfferedAgain() {
        look(ProcessState.RUNNING, Liveness.LIVE, HealthStatus.HEALTHY);
        operations.begin(CollectorAction.PAUSE, "procmond", CallTerms.plain());

        assertThat(model.offeredProperty().get()).doesNotContain(CollectorAction.PAUSE);
    }

    @Test
    void aCollectorThatIsGoneIsNotPresent() {
        look(ProcessState.RUNNING, Liveness.LIVE, HealthStatus.HEALTHY);
        model.show(SampleFleet.connected(true, List.of()));

        assertThat(model.presentProperty().get()).isFalse();
    }

    @Test
    void theLastExitIsToldWithItsOutput() {
        look(ProcessState.FAILED, Liveness.DOWN, HealthStatus.UNKNOWN);

        assertThat(model.facts())
                .extracting(FactItem::value)
                .anyMatch(value -> value.startsWith("ended by SIGKILL at"))
                .contains("scanning /proc\nlost the event bus");
    }

    private void look(ProcessState state, Liveness liveness, HealthStatus health) {
        fleet.show(
                SampleFleet.connected(
                        true, List.of(SampleFleet.collector("procmond", state, liveness, health))));
        model.lookAt(Optional.of("procmond"));
        model.show(fleet.snapshot());
    }
}
