package daemoneye.app.guard.view;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.calls.CollectorAction;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.WaitingCall;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.SampleReports;
import daemoneye.app.sample.SampleWindow;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.DangerClass;
import daemoneye.rpc.protocol.state.ProcessState;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// Two presses where a person meant one: they never confirm anything, and never start a call twice.
class TwoClicksTest {
    private final SampleWindow window = new SampleWindow();

    @BeforeEach
    void open() throws Exception {
        window.open(java.util.Optional.of("agent-web"));
        window.show(SampleFleet.three());
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    /// Where the confirming button appears stands the button that asks: clicked twice at once, and
    /// again when the button has come alive.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "one #act-Restart",
                "one #act-Stop",
                "net #act-Stop",
                "one #act-GracefulShutdown",
                "net #act-GracefulShutdown",
                "all #bulk-Stop",
                "all #bulk-Restart",
                "all #bulk-GracefulShutdown",
                "forced #shutdown-force"
            })
    void atOneSpotConfirmNothing(String way) {
        var opener = way.substring(way.indexOf(' ') + 1);
        goTo(way.substring(0, way.indexOf(' ')));
        int sent = window.asked().size();
        window.click(opener);
        var spot = window.centre("#ask-confirm");
        window.press(KeyCode.ESCAPE);

        window.standIn(opener, spot);
        window.clickAt(spot);
        assertThat(window.has("#ask-confirm")).as("asked").isTrue();
        assertThat(window.bounds("#ask-confirm").contains(spot)).as("moved away").isFalse();
        window.clickAt(spot);
        window.advance(ConfirmViewModel.DEAD);
        window.clickAt(spot);
        window.advance(ConfirmViewModel.HOLD);
        window.advance(WaitingCall.GRACE);
        assertThat(window.asked()).hasSize(sent);
    }

    @Test
    void atOneSpotDoNotQuit() {
        var gone = new AtomicBoolean();
        window.interact(() -> window.window().mayClose(() -> gone.set(true)));
        var spot = window.centre("#quit-confirm");
        window.clickAt(spot);
        window.clickAt(spot);
        assertThat(gone).as("dead at first").isFalse();

        window.advance(ConfirmViewModel.DEAD);
        window.clickAt(spot);
        assertThat(gone).as("alive then").isTrue();
    }

    @ParameterizedTest
    @EnumSource(CollectorAction.class)
    void onAButtonStartOneCallAtMost(CollectorAction action) {
        if (!action.hasButton()) {
            return;
        }
        switch (action) {
            case START -> window.state("one", ProcessState.STOPPED);
            case RESUME -> window.state("one", ProcessState.PAUSED);
            case HEALTH_CHECK, STOP, RESTART, PAUSE, CONFIGURE, SHUT_DOWN, FORCE_SHUT_DOWN -> {}
        }
        window.select("one");
        clickTwice("#act-" + action.key());

        var name = action.operation().designName() + " one";
        boolean atOnce = action.operation().danger().compareTo(DangerClass.REVERSIBLE) <= 0;
        assertThat(window.asked().stream().filter(name::equals)).hasSize(atOnce ? 1 : 0);
        assertThat(window.asked()).allMatch(each -> each.equals(name) || isReading(each));
    }

    private static boolean isReading(String call) {
        return call.startsWith("GetConfig") || call.startsWith("HealthCheck");
    }

    @Test
    void onAButtonForSeveralStartOneCallEach() {
        chooseAll();
        clickTwice("#bulk-Pause");

        assertThat(window.asked()).containsExactlyInAnyOrder("Pause one", "Pause two", "Pause net");
    }

    @Test
    void onAConfirmingButtonSendItOnce() {
        window.select("one");
        window.click("#act-Restart");
        window.advance(ConfirmViewModel.DEAD);
        clickTwice("#ask-confirm");
        window.advance(WaitingCall.GRACE);
        window.advance(WaitingCall.GRACE);

        assertThat(window.asked()).containsExactly("Restart one");
    }

    @Test
    void onAMessageTakeItBackOnce() {
        window.select("one");
        window.click("#act-Pause");
        window.succeed(0);
        window.state("one", ProcessState.PAUSED);
        clickTwice("#toast-button");

        assertThat(window.asked()).containsExactly("Pause one", "Resume one");
    }

    @Test
    void onAQuestionAfterTheOutcomeAskOnce() {
        window.select("one");
        window.click("#act-Pause");
        window.end(
                0,
                new CallOutcome.Failed(
                        RpcStatus.TIMEOUT,
                        RpcError.unknown(ErrorCode.DEADLINE_EXCEEDED, "No answer."),
                        Duration.ofSeconds(10)));
        window.click("#rail-calls");
        window.focus("#calls-table");
        window.press(KeyCode.DOWN);
        clickTwice("#call-check");

        assertThat(window.asked()).hasSize(2).last().asString().startsWith("QueryOutcome");
    }

    @Test
    void onCancelAskToStopOnce() {
        window.select("one");
        window.click("#act-Pause");
        clickTwice("#status-cancel");

        assertThat(window.asked()).hasSize(2).last().asString().startsWith("Cancel");
    }

    @Test
    void ofEnterInTheCommandLineStartOneCall() {
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.write("pause one");
        window.press(KeyCode.ENTER);
        window.press(KeyCode.ENTER);

        assertThat(window.asked()).containsExactly("Pause one");
    }

    private void goTo(String place) {
        switch (place) {
            case "all" -> chooseAll();
            case "forced" -> {
                window.select("one");
                window.click("#act-GracefulShutdown");
                window.advance(ConfirmViewModel.DEAD);
                window.click("#ask-confirm");
                window.advance(WaitingCall.GRACE);
                window.report(0, SampleReports.preparing());
            }
            default -> window.select(place);
        }
    }

    private void chooseAll() {
        window.focus(".table-view");
        window.press(KeyCode.HOME);
        window.press(KeyCode.CONTROL, KeyCode.A);
    }

    private void clickTwice(String query) {
        var spot = window.centre(query);
        window.clickAt(spot);
        window.clickAt(spot);
    }
}
