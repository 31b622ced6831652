package daemoneye.app.calls.view;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.SampleWindow;
import daemoneye.app.shell.Page;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.breaker.BreakerKey;
import daemoneye.rpc.client.call.breaker.BreakerStanding;
import daemoneye.rpc.client.call.breaker.BreakerView;
import daemoneye.rpc.client.call.breaker.CallClass;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// The page of calls as a person uses it with the keyboard.
class CallsWindowTest {
    private static final FleetSnapshot FLEET =
            SampleFleet.connected(
                    true,
                    List.of(
                            SampleFleet.healthy("one", "process-monitor", "web-01", "process"),
                            SampleFleet.healthy("two", "process-monitor", "web-02", "process")));

    private final SampleWindow window = new SampleWindow();

    @BeforeEach
    void open() throws Exception {
        window.open();
        window.show(FLEET);
        window.select("one");
        window.focus("#act-Pause");
        window.press(KeyCode.SPACE);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void aCallSurvivesNavigationAndIsStoppedFromItsPane() {
        calls();
        chooseFirst();
        assertThat(text("#call-left")).isEqualTo("10 s left");

        tabTo("call-cancel");
        window.press(KeyCode.SPACE);
        assertThat(window.asked()).containsExactly("Pause one", "Cancel one");
        assertThat(window.node("#call-cancel").isDisabled()).isTrue();
        window.end(1, failed(RpcError.notExecuted(ErrorCode.CANCEL_TOO_LATE, "no")));
        assertThat(window.all("#call-cancel").getFirst().isDisabled()).isFalse();
        window.succeed(0);
        assertThat(text("#call-effect")).isEqualTo("Executed.");
        assertThat(window.node("#call-cancel").isVisible()).isFalse();
    }

    @Test
    void anUnknownEndOffersToCheckAndNeverToRepeat() {
        calls();
        chooseFirst();
        window.end(0, failed(RpcError.unknown(ErrorCode.DEADLINE_EXCEEDED, "No answer.")));
        assertThat(text("#call-effect")).isEqualTo("Unknown whether it was executed.");
        assertThat(((Labeled) window.node("#toast-button")).getText())
                .isEqualTo("Check what happened");

        tabTo("call-check");
        window.press(KeyCode.SPACE);
        assertThat(window.asked()).containsExactly("Pause one", "QueryOutcome one");
        window.succeed(
                1,
                Optional.of(
                        new GenericPayload(
                                Map.of(
                                        "state", ConfigValue.of("done"),
                                        "executed", ConfigValue.of("executed")))));
        assertThat(text("#call-state")).isEqualTo("done");
        assertThat(text("#call-effect")).isEqualTo("Executed.");
        assertThat(window.node("#call-check").isVisible()).isFalse();
    }

    @Test
    void theStatusBarStopsWhatIsUnderWayAndCountsTheRest() {
        assertThat(window.node("#status-others").isVisible()).isFalse();
        window.select("two");
        window.focus("#act-HealthCheck");
        window.press(KeyCode.SPACE);
        assertThat(((Labeled) window.node("#status-others")).getText()).isEqualTo("and 1 more");

        window.focus("#status-cancel");
        window.press(KeyCode.SPACE);
        assertThat(window.asked()).containsExactly("Pause one", "HealthCheck two", "Cancel two");
        window.succeed(1);
        assertThat(window.node("#status-others").isVisible()).isFalse();
        assertThat(window.node("#status-cancel").isVisible()).as("now of the first").isTrue();
    }

    @Test
    void filtersByOutcomeAndWords() {
        window.select("two");
        window.focus("#act-HealthCheck");
        window.press(KeyCode.SPACE);
        window.succeed(0);
        calls();
        assertThat(rows()).isEqualTo(2);

        window.focus("#calls-done");
        window.press(KeyCode.SPACE);
        assertThat(rows()).isEqualTo(1);
        window.succeed(1);
        assertThat(rows()).as("it has just become done").isEqualTo(2);
        window.focus("#calls-search");
        window.write("two");
        assertThat(rows()).isEqualTo(1);
        window.write("xyz");
        assertThat(rows()).isZero();
    }

    @Test
    void theCorrelationIdIsCopied() {
        calls();
        chooseFirst();
        tabTo("call-copy");
        window.press(KeyCode.SPACE);

        var copied = new AtomicReference<>("");
        window.interact(() -> copied.set(Clipboard.getSystemClipboard().getString()));
        assertThat(copied.get())
                .isEqualTo(window.caller().asked().getFirst().request().requestId().toString());
    }

    @Test
    void anOpenBreakerIsSaidAndResetByKeyboard() {
        var key = new BreakerKey(new CollectorId("two"), CallClass.LIFECYCLE);
        window.resilience()
                .show(
                        new BreakerView(
                                key,
                                BreakerStanding.OPEN,
                                5,
                                Optional.of(Duration.ofSeconds(58)),
                                "no answer"));
        window.show(FLEET);
        assertThat(text("#circuits")).isEqualTo("1 circuit open");
        calls();
        window.focus(".breaker-line .button");
        window.press(KeyCode.SPACE);

        assertThat(window.resilience().resets()).containsExactly(key);
        assertThat(text("#circuits")).isEqualTo("circuits: all closed");
        assertThat(window.has(".breaker-line")).isFalse();
    }

    private void calls() {
        window.interact(() -> window.window().open(new Page.Calls()));
    }

    private void chooseFirst() {
        window.focus("#calls-table");
        window.interact(
                () ->
                        assertThat(
                                        ((TableView<?>) window.node("#calls-table"))
                                                .getSelectionModel()
                                                .getSelectedIndex())
                                .isZero());
    }

    private void tabTo(String id) {
        for (int press = 0; press < 30; press++) {
            if (id.equals(window.focused().getId())) {
                return;
            }
            window.press(KeyCode.TAB);
        }
        throw new AssertionError("Tab does not lead to " + id);
    }

    private int rows() {
        return ((TableView<?>) window.node("#calls-table")).getItems().size();
    }

    private String text(String query) {
        return ((Label) window.node(query)).getText();
    }

    private static CallOutcome failed(RpcError error) {
        return new CallOutcome.Failed(RpcStatus.ERROR, error, Duration.ofMillis(12));
    }
}
