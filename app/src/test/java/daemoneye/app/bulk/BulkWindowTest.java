package daemoneye.app.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.WaitingCall;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.SampleReports;
import daemoneye.app.sample.SampleWindow;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.state.ProcessState;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Several rows at once, as a person does it.
class BulkWindowTest {
    private final SampleWindow window = new SampleWindow();

    @BeforeEach
    void open() throws Exception {
        window.open();
        var all = new ArrayList<CollectorView>();
        for (int at = 0; at < 7; at++) {
            all.add(SampleFleet.healthy("p-" + at, "process-monitor", "web-0" + at, "process"));
        }
        window.show(SampleFleet.connected(true, all));
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void withTheKeyboardAlone() {
        window.focus(".table-view");
        window.press(KeyCode.HOME);
        window.press(KeyCode.SHIFT, KeyCode.DOWN);
        window.press(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(button("#bulk-Stop").getText()).isEqualTo("Stop 3 collectors…");

        window.focus("#bulk-Stop");
        window.press(KeyCode.SPACE);
        window.advance(ConfirmViewModel.DEAD);
        window.focus("#ask-phrase");
        window.write("2");
        window.press(KeyCode.ENTER);
        assertThat(window.has("#ask-confirm")).as("two is not three").isTrue();
        window.press(KeyCode.BACK_SPACE);
        window.write("3");
        window.press(KeyCode.ENTER);
        window.advance(WaitingCall.GRACE);

        assertThat(window.asked()).containsExactly("Stop p-0", "Stop p-1", "Stop p-2");
        window.succeed(0);
        window.succeed(1);
        window.succeed(2);
        assertThat(((Label) window.node("#bulk-summary")).getText()).isEqualTo("3 done");
        window.press(KeyCode.ESCAPE);
        assertThat(window.has("#bulk-table")).isFalse();
    }

    @Test
    void theButtonCountsOnlyThoseItFits() {
        window.state("p-1", ProcessState.STOPPED);
        chooseAll();

        assertThat(button("#bulk-Stop").getText()).isEqualTo("Stop 6 collectors…");
        assertThat(button("#bulk-Start").getText()).isEqualTo("Start 1 collector");
    }

    @Test
    void shuttingDownSeveralIsDangerousAndGoesInWaves() {
        askToShutDownAll();
        confirm("7 collectors");

        assertThat(window.asked()).as("a wave of five").hasSize(5);
        TableView<?> table = (TableView<?>) window.node("#bulk-table");
        assertThat(table.getItems()).hasSize(7);
        assertThat(sent(0).gracefulTimeoutMs()).isEqualTo(60_000);
        assertThat(sent(0).forceAfterTimeout()).isTrue();
        assertThat(sent(0).reason()).contains("data centre moves");
        assertThat(sent(0).onlyIncarnation()).as("the process that was seen").isPresent();
    }

    @Test
    void howAndForHowLongIsChosenForAllOfThem() {
        askToShutDownAll();
        window.click("#how-immediate");
        window.interact(() -> ((TextField) window.node("#shutdown-seconds")).setText("0"));
        confirm("7 collectors");
        assertThat(window.asked()).as("no time is no time").isEmpty();

        window.interact(() -> ((TextField) window.node("#shutdown-seconds")).setText("20"));
        window.click("#shutdown-force-after");
        hold();
        assertThat(sent(4).shutdownType()).isEqualTo(ShutdownType.IMMEDIATE);
        assertThat(sent(4).gracefulTimeoutMs()).isEqualTo(20_000);
        assertThat(sent(4).forceAfterTimeout()).isFalse();
    }

    @Test
    void emergencyKillsThemAll() {
        askToShutDownAll();
        window.click("#how-emergency");
        window.advance(ConfirmViewModel.DEAD);
        confirm("7 collectors");

        assertThat(window.asked()).hasSize(5).allMatch(each -> each.startsWith("ForceShutdown"));
    }

    @Test
    void thoseWhoseWorkOthersDoTooComeFirstUnlessThePersonWantsTheirOrder() {
        window.show(
                SampleFleet.connected(
                        true,
                        List.of(
                                SampleFleet.healthy("a-only", "network-monitor", "h", "network"),
                                SampleFleet.healthy("b", "process-monitor", "h", "process"),
                                SampleFleet.healthy("c", "process-monitor", "h", "process"),
                                SampleFleet.healthy("d", "process-monitor", "g", "process"))));
        window.focus(".table-view");
        window.press(KeyCode.HOME);
        window.press(KeyCode.SHIFT, KeyCode.DOWN);
        window.press(KeyCode.SHIFT, KeyCode.DOWN);
        window.click("#bulk-GracefulShutdown");
        assertThat(chips()).containsExactly("b", "c", "a-only");

        window.click("#order-listed");
        assertThat(chips()).containsExactly("a-only", "b", "c");
        window.advance(ConfirmViewModel.DEAD);
        confirm("3 collectors");
        assertThat(window.asked())
                .containsExactly(
                        "GracefulShutdown a-only", "GracefulShutdown b", "GracefulShutdown c");
    }

    @Test
    void theTableTellsThePhasesOfEachAndOneCanBeForced() {
        askToShutDownAll();
        confirm("7 collectors");
        window.report(1, SampleReports.preparing());
        window.report(1, SampleReports.task("flush_events", "all events are published", 12));
        var rows = ((TableView<?>) window.node("#bulk-table")).getItems();
        var second = (BulkRow) rows.get(1);
        assertThat(second.textProperty().get())
                .isEqualTo("flush_events: all events are published · 12 ms");
        assertThat(texts(".phase-marks")).contains("Initiated", "Cleanup");

        window.focus("#bulk-table");
        window.press(KeyCode.HOME);
        window.press(KeyCode.DOWN);
        assertThat(texts("#bulk-row .progress-name")).contains("flush_events", "Completed");
        window.click("#bulk-row-force");
        assertThat(window.has("#ask-phrase")).as("forcing is asked for on its own").isTrue();
        window.press(KeyCode.ESCAPE);
        assertThat(window.asked()).hasSize(5);

        window.succeed(1, Optional.of(SampleReports.of("ended_by", "kill", "exit", "SIGKILL")));
        assertThat(second.textProperty().get()).contains("had to be forced");
    }

    @Test
    void whatNobodyKnowsCanBeFoundOutWithoutSendingItAgain() {
        askToShutDownAll();
        confirm("7 collectors");
        for (int call = 0; call < 5; call++) {
            window.end(
                    call,
                    new CallOutcome.Failed(
                            RpcStatus.UNAVAILABLE,
                            RpcError.unknown(ErrorCode.LINK_LOST, "The link broke."),
                            Duration.ofMillis(4)));
        }
        window.succeed(5);
        window.succeed(6);
        assertThat(summary()).isEqualTo("2 done · 5 unknown");
        window.click("#bulk-check");
        assertThat(window.asked().subList(7, 12)).allMatch(each -> each.startsWith("QueryOutcome"));

        window.succeed(7, Optional.of(SampleReports.of("state", "done")));
        window.succeed(
                8,
                Optional.of(
                        SampleReports.of(
                                "state",
                                "failed",
                                "executed",
                                "not_executed",
                                "message",
                                "refused.")));
        assertThat(summary()).isEqualTo("3 done · 1 failed · 3 unknown");
        assertThat(window.asked()).as("nothing was sent again").hasSize(12);
    }

    @Test
    void aClosedTableCanBeOpenedAgain() {
        askToShutDownAll();
        confirm("7 collectors");
        window.press(KeyCode.ESCAPE);
        assertThat(window.has("#bulk-table")).isFalse();
        var menu = (MenuButton) window.node("#status-results");
        assertThat(menu.isVisible()).isTrue();

        window.interact(() -> menu.getItems().getFirst().fire());
        assertThat(window.has("#bulk-table")).isTrue();
        window.press(KeyCode.ESCAPE);
        window.click("#rail-calls");
        var onPage = (MenuButton) window.node("#calls-results");
        window.focus("#calls-results");
        window.press(KeyCode.SPACE);
        assertThat(onPage.getItems().getFirst().getText())
                .contains("Shut down 7 collectors: 0 done");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        assertThat(window.has("#bulk-table")).as("with the keyboard").isTrue();
    }

    private void askToShutDownAll() {
        chooseAll();
        window.click("#bulk-GracefulShutdown");
        window.advance(ConfirmViewModel.DEAD);
    }

    private void confirm(String phrase) {
        window.focus("#ask-reason");
        window.write("data centre moves");
        window.focus("#ask-phrase");
        window.write(phrase);
        hold();
    }

    private void hold() {
        window.advance(ConfirmViewModel.DEAD);
        window.focus("#ask-confirm");
        window.hold(KeyCode.SPACE);
        window.advance(ConfirmViewModel.HOLD);
        window.letGo(KeyCode.SPACE);
    }

    private ShutdownRequest sent(int call) {
        return (ShutdownRequest) window.caller().asked().get(call).request().payload();
    }

    private List<String> chips() {
        return texts(".target-chip");
    }

    private List<String> texts(String query) {
        return window.all(query).stream()
                .map(node -> node instanceof Labeled label ? label : node.getParent())
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private String summary() {
        return ((Label) window.node("#bulk-summary")).getText();
    }

    private void chooseAll() {
        window.focus(".table-view");
        window.press(KeyCode.HOME);
        window.press(KeyCode.CONTROL, KeyCode.A);
    }

    private Button button(String query) {
        return (Button) window.node(query);
    }
}
