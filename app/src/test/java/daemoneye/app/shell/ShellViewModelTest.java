package daemoneye.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import daemoneye.app.audit.AuditViewModel;
import daemoneye.app.backend.AuditBell;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.controls.mark.LinkBadge;
import daemoneye.app.dashboard.FleetViewModel;
import daemoneye.app.detail.DetailViewModel;
import daemoneye.app.guard.Protection;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.ScriptedCaller;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.time.FakeTicker;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class ShellViewModelTest {
    private static final CollectorView PROCMOND =
            SampleFleet.collector(
                    "procmond", ProcessState.RUNNING, Liveness.LIVE, HealthStatus.HEALTHY);

    private final OperationsViewModel operations =
            new OperationsViewModel(
                    new ScriptedCaller(), "console-1", new FakeTicker(), Runnable::run);
    private final FleetViewModel fleet = new FleetViewModel();
    private final DetailViewModel detail =
            new DetailViewModel(new SampleFleet(), operations, Runnable::run);
    private final Acting acting =
            Acting.on(
                    new SampleFleet(),
                    operations,
                    () -> Protection.OPEN,
                    Optional::empty,
                    new FakeTicker(),
                    Runnable::run);
    private final ShellViewModel model =
            new ShellViewModel(
                    fleet,
                    detail,
                    operations,
                    new AuditViewModel(
                            operations.calls(),
                            AuditBell.SILENT,
                            new FakeTicker(),
                            Runnable::run,
                            Runnable::run),
                    acting);

    @Test
    void aLinkThatWorksSaysRoundTripAndClock() {
        model.show(SampleFleet.connected(true, List.of(PROCMOND)));

        assertThat(model.linkProperty().get())
                .isEqualTo(
                        new LinkLine(
                                LinkBadge.Link.CONNECTED, "connected", "0.4 ms · clock +3 ms"));
        assertThat(model.frozenProperty().get()).isEmpty();
        assertThat(model.summaryProperty().get())
                .isEqualTo("1 collector · 1 host · newest beat 0.3 s ago");
    }

    @Test
    void aLostLinkSaysWhyAndWhenItTriesAgain() {
        model.show(SampleFleet.cutOff(List.of(PROCMOND)));

        assertThat(model.linkProperty().get().word()).isEqualTo("reconnecting");
        assertThat(model.linkProperty().get().detail())
                .isEqualTo("try 3, next in 1.2 s · nobody listens at unix:/run/broker.sock");
        assertThat(model.frozenProperty().get()).contains("last known");
    }

    @Test
    void theDetailFollowsPageAndSelection() {
        fleet.selectedProperty().set(Optional.of("procmond"));
        assertThat(detail.idProperty().get()).isEqualTo("procmond");

        model.pageProperty().set(new Page.Collector("netmond"));
        assertThat(detail.idProperty().get()).isEqualTo("netmond");

        model.pageProperty().set(new Page.Fleet());
        assertThat(detail.idProperty().get()).isEqualTo("procmond");
    }

    @Test
    void pagesAreNamedAsOnTheCommandLine() {
        assertThat(Page.parse("fleet")).isEqualTo(new Page.Fleet());
        assertThat(Page.parse("audit")).isEqualTo(new Page.Audit(""));
        assertThat(Page.parse("audit:actor:kim since:1h"))
                .isEqualTo(new Page.Audit("actor:kim since:1h"));
        assertThat(Page.parse("collector:procmond")).isEqualTo(new Page.Collector("procmond"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Page.parse("nowhere"))
                .withMessageStartingWith("\"nowhere\" is no page: use fleet, calls, audit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Page.parse("collector:NO SUCH"))
                .withMessageContaining("is not a collector id");
    }
}
