package daemoneye.app.guard.view;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.WaitingCall;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.SampleWindow;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcStatus;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Questions as a person meets them: with the mouse, and with the keyboard alone.
class GuardWindowTest {
    private final SampleWindow window = new SampleWindow();

    @BeforeEach
    void open() throws Exception {
        window.open();
        window.show(SampleFleet.three());
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void theFocusIsOnCancelAndEscapeLeaves() {
        window.select("one");
        window.click("#act-Restart");
        assertThat(window.focused().getId()).isEqualTo("ask-cancel");

        window.press(KeyCode.ESCAPE);
        assertThat(window.has("#ask-confirm")).isFalse();
        assertThat(window.focused().getId()).isEqualTo("act-Restart");
        assertThat(window.asked()).isEmpty();
    }

    @Test
    void aDoubleClickAtOneSpotNeverConfirms() {
        window.select("one");
        window.click("#act-Restart");
        var spot = window.centre("#ask-confirm");
        window.press(KeyCode.ESCAPE);

        // The button that asks now stands where the confirming one appeared.
        window.standIn("#act-Restart", spot);
        window.clickAt(spot);
        assertThat(window.bounds("#ask-confirm").contains(spot)).isFalse();
        window.clickAt(spot);
        window.advance(Duration.ofSeconds(1));
        window.clickAt(spot);
        window.advance(Duration.ofSeconds(10));

        assertThat(window.asked()).isEmpty();
    }

    @Test
    void aConfirmedOneCanBeTakenBackForFiveSeconds() {
        window.select("one");
        window.click("#act-Restart");
        assertThat(window.node("#ask-confirm").isDisabled()).isTrue();
        window.advance(ConfirmViewModel.DEAD);
        assertThat(((Button) window.node("#ask-confirm")).getText()).isEqualTo("Restart one");
        window.click("#ask-confirm");
        window.advance(Duration.ofSeconds(2));
        window.click("#toast-button");
        window.advance(Duration.ofSeconds(10));
        assertThat(window.asked()).isEmpty();

        window.click("#act-Restart");
        window.advance(ConfirmViewModel.DEAD);
        window.click("#ask-confirm");
        window.advance(WaitingCall.GRACE);
        assertThat(window.asked()).containsExactly("Restart one");
    }

    @Test
    void theDeadTimeCanBeSeen() throws Exception {
        window.select("one");
        window.click("#act-Restart");
        window.advance(Duration.ofMillis(350));
        var button = window.bounds("#ask-confirm").getWidth();
        WaitForAsyncUtils.waitFor(
                10,
                TimeUnit.SECONDS,
                () -> window.bounds(".confirm-line").getWidth() > 0.4 * button);
        assertThat(window.bounds(".confirm-line").getWidth()).isLessThan(0.6 * button);

        window.advance(Duration.ofMillis(350));
        assertThat(window.node(".confirm-line").isVisible()).isFalse();
    }

    @Test
    void withTheKeyboardAlone() {
        window.select("net");
        window.focus("#act-Stop");
        window.press(KeyCode.SPACE);
        window.press(KeyCode.TAB);
        assertThat(window.focused().getId()).isEqualTo("ask-reason");
        window.write("moved / elsewhere");
        window.press(KeyCode.TAB);
        assertThat(window.focused().getId()).isEqualTo("ask-phrase");
        window.press(KeyCode.ENTER);
        window.advance(ConfirmViewModel.DEAD);
        window.press(KeyCode.ENTER);
        assertThat(window.has("#ask-confirm")).as("incomplete, so still open").isTrue();

        window.write("1");
        window.press(KeyCode.TAB);
        window.press(KeyCode.TAB);
        assertThat(window.focused().getId()).isEqualTo("ask-confirm");
        window.press(KeyCode.TAB);
        assertThat(window.focused().getId()).as("Tab goes round").isEqualTo("ask-reason");
        window.press(KeyCode.SHIFT, KeyCode.TAB);
        window.press(KeyCode.SPACE);
        assertThat(window.has("#ask-confirm")).isFalse();
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.advance(Duration.ofSeconds(10));
        assertThat(window.asked()).as("taken back with Ctrl+Z").isEmpty();
    }

    @Test
    void aLinkLostMidDialogIsSaidAndNothingTypedIsLost() {
        window.select("net");
        window.click("#act-Stop");
        window.click("#ask-phrase");
        window.write("1");
        window.advance(ConfirmViewModel.DEAD);
        window.cutOff();
        assertThat(window.node("#ask-trouble").isVisible()).isTrue();
        assertThat(window.node("#ask-confirm").isDisabled()).isTrue();

        window.reconnect();
        assertThat(window.node("#ask-trouble").isVisible()).isFalse();
        assertThat(window.node("#ask-confirm").isDisabled()).isFalse();
    }

    @Test
    void aReversibleOneRunsAtOnceAndOffersTheWayBack() {
        window.select("one");
        window.click("#act-Pause");
        assertThat(window.asked()).containsExactly("Pause one");
        window.succeed(0);
        window.state("one", daemoneye.rpc.protocol.state.ProcessState.PAUSED);

        assertThat(((Button) window.node("#toast-button")).getText()).isEqualTo("Resume");
        window.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(window.asked()).containsExactly("Pause one", "Resume one");
    }

    @Test
    void messagesCoverNothing() {
        window.select("one");
        for (var verb : List.of("#act-HealthCheck", "#act-Pause")) {
            window.click(verb);
        }
        window.click("#rail-calls");
        window.focus("#calls-table");
        window.press(KeyCode.DOWN);
        window.succeed(0);
        window.end(
                1,
                new CallOutcome.Failed(
                        RpcStatus.ERROR,
                        RpcError.notExecuted(ErrorCode.INTERNAL_ERROR, "x".repeat(10_000)),
                        Duration.ofMillis(4)));
        window.click("#rail-fleet");
        window.click("#rail-calls");

        var toasts = window.all(".toast");
        assertThat(toasts).hasSize(2);
        for (var toast : toasts) {
            var place = toast.localToScene(toast.getBoundsInLocal());
            assertThat(toast.getLayoutBounds().getHeight()).isLessThan(150);
            for (var useful : List.of(".detail-pane", "#calls-table", ".console-status", ".rail")) {
                var node = window.node(useful);
                // A pane that scrolls reaches beyond what is seen of it.
                var seen = useful.equals(".detail-pane") ? window.node(".side-pane") : node;
                assertThat(seen.localToScene(seen.getLayoutBounds()).intersects(place))
                        .as(useful)
                        .isFalse();
            }
        }
    }

    @Test
    void everyControlOfAQuestionHasAName() {
        window.select("net");
        window.click("#act-Stop");
        for (var id : List.of("#ask-cancel", "#ask-reason", "#ask-phrase", "#ask-confirm")) {
            assertThat(nameOf(window.node(id))).as(id).isNotBlank();
        }
    }

    private static String nameOf(Node node) {
        return node instanceof Button button ? button.getText() : node.getAccessibleText();
    }
}
