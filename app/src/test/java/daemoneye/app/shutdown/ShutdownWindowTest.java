package daemoneye.app.shutdown;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.WaitingCall;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.SampleReports;
import daemoneye.app.sample.SampleWindow;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.value.ConfigValue;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The shutdown dialog as a person meets it, from the choice to the end of the process.
class ShutdownWindowTest {
    private final SampleWindow window = new SampleWindow();

    @BeforeEach
    void open() throws Exception {
        window.openOnOne();
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void fromTheChoiceToTheEndOfTheProcess() {
        begin("kernel update");
        var sent = (ShutdownRequest) window.caller().asked().getFirst().request().payload();
        assertThat(sent.shutdownType()).isEqualTo(ShutdownType.GRACEFUL);
        assertThat(sent.gracefulTimeoutMs()).isEqualTo(60_000);
        assertThat(sent.forceAfterTimeout()).isTrue();
        assertThat(sent.reason()).contains("kernel update");
        assertThat(sent.onlyIncarnation()).isPresent();

        say("phase", "preparing");
        window.advance(Duration.ofMillis(800));
        window.state("one", ProcessState.STOPPING);
        window.advance(Duration.ofMillis(200));
        say("phase", "cleanup", "task", "flush_events", "outcome", "all events are published");
        say("phase", "cleanup", "task", "flush_events", "outcome", "all events are published");
        assertThat(track())
                .containsExactly(
                        "Initiated",
                        "Preparing",
                        "Stopping",
                        "Cleanup",
                        "flush_events",
                        "Completed");

        window.succeed(0, Optional.of(ended("graceful")));
        assertThat(text("#shutdown-result")).isEqualTo("one has ended cleanly.");
        assertThat(track()).contains("save_state");
        window.press(KeyCode.ESCAPE);
        assertThat(window.has("#shutdown-close")).isFalse();
    }

    @Test
    void itCanBeTakenBackBeforeItIsSentAndNothingTypedIsLost() {
        confirm("kernel update");
        window.advance(Duration.ofSeconds(3));
        window.click("#shutdown-take-back");
        window.advance(Duration.ofSeconds(30));

        assertThat(window.asked()).isEmpty();
        assertThat(((TextField) window.node("#ask-reason")).getText()).isEqualTo("kernel update");
    }

    @Test
    void aForcedEndIsSaidAsSuch() {
        begin("");
        say("phase", "forced", "by", "terminate");
        window.succeed(0, Optional.of(ended("kill")));

        assertThat(track()).last().isEqualTo("Forced");
        assertThat(text("#shutdown-result")).contains("had to be forced");
    }

    @Test
    void aProcessThatWasKilledNeedNotHaveCleanedUp() {
        begin("");
        say("phase", "preparing");
        window.succeed(0, Optional.of(SampleReports.of("ended_by", "kill", "exit", "SIGKILL")));

        assertThat(
                        window.all(".shutdown-track .label").stream()
                                .map(each -> ((Label) each).getText()))
                .containsSubsequence("Stopping", "left out", "Cleanup", "left out", "Forced");
    }

    @Test
    void whatHappenedIsFoundOutFromTheDialog() {
        begin("");
        window.end(
                0,
                new CallOutcome.Failed(
                        RpcStatus.UNAVAILABLE,
                        RpcError.unknown(ErrorCode.LINK_LOST, "The link broke."),
                        Duration.ofMillis(4)));
        assertThat(track()).last().isEqualTo("End");
        window.click("#shutdown-check");
        assertThat(window.asked()).last().asString().startsWith("QueryOutcome");
        window.succeed(1, Optional.of(SampleReports.of("state", "done")));

        assertThat(text("#shutdown-result")).isEqualTo("It was done.");
        assertThat(track()).last().isEqualTo("Completed");
        assertThat(window.node("#shutdown-check").isVisible()).isFalse();
    }

    @Test
    void whatWasNeverBegunCanBeTriedAgain() {
        begin("kernel update");
        window.end(
                0,
                new CallOutcome.Failed(
                        RpcStatus.TIMEOUT,
                        RpcError.unknown(ErrorCode.DEADLINE_EXCEEDED, "No answer."),
                        Duration.ofMillis(4)));
        assertThat(window.node("#shutdown-again").isVisible()).as("not blindly").isFalse();
        window.click("#shutdown-check");
        window.succeed(
                1,
                Optional.of(
                        SampleReports.of(
                                "state", "failed", "executed", "not_executed", "message", "no.")));

        assertThat(text("#shutdown-result")).isEqualTo("It was not done: no.");
        window.click("#shutdown-again");
        assertThat(((TextField) window.node("#ask-reason")).getText()).isEqualTo("kernel update");
    }

    @Test
    void emergencyHasToBeTypedReasonedAndHeldWithTheKeyboardAlone() {
        window.focus("#act-GracefulShutdown");
        window.press(KeyCode.SPACE);
        window.focus("#how-emergency");
        window.press(KeyCode.SPACE);
        assertThat(window.node("#shutdown-seconds").getParent().getParent().isVisible()).isFalse();
        window.focus("#ask-reason");
        window.write("hangs");
        window.press(KeyCode.TAB);
        window.write("one");
        window.advance(ConfirmViewModel.DEAD);
        window.press(KeyCode.ENTER);
        window.focus("#ask-confirm");
        window.press(KeyCode.SPACE);
        window.advance(Duration.ofSeconds(5));
        assertThat(window.asked()).as("tapped, not held").isEmpty();

        window.hold(KeyCode.SPACE);
        window.advance(ConfirmViewModel.HOLD);
        window.letGo(KeyCode.SPACE);
        assertThat(window.asked()).containsExactly("ForceShutdown one");
    }

    @Test
    void forceNowHasAQuestionOfItsOwn() {
        begin("");
        window.click("#shutdown-force");
        assertThat(window.has("#ask-phrase")).isTrue();
        window.press(KeyCode.ESCAPE);
        assertThat(window.has("#shutdown-force")).as("the dialog below stays").isTrue();
        assertThat(window.asked()).containsExactly("GracefulShutdown one");
    }

    @Test
    void aMissingPermissionIsSaidAndTheFormComesBackAsItWas() {
        begin("kernel update");
        window.fail(0, RpcError.notExecuted(ErrorCode.PERMISSION_DENIED, "kim may only look."));
        assertThat(text("#shutdown-result"))
                .startsWith("Nothing happened: kim may only look. Connect with");

        window.click("#shutdown-again");
        assertThat(window.has("#ask-confirm")).isTrue();
        assertThat(((TextField) window.node("#ask-reason")).getText()).isEqualTo("kernel update");
    }

    @Test
    void aLinkLostOnTheWayIsSaidAndTheOutcomeIsUnknown() {
        begin("");
        window.cutOff();
        assertThat(text("#shutdown-trouble")).contains("goes on at the agent");
        window.end(
                0,
                new CallOutcome.Failed(
                        RpcStatus.UNAVAILABLE,
                        RpcError.unknown(ErrorCode.LINK_LOST, "The link broke."),
                        Duration.ofMillis(4)));

        assertThat(text("#shutdown-result")).startsWith("Nobody knows how it ended");
        assertThat(window.node("#shutdown-again").isVisible()).isFalse();
    }

    @Test
    void aLinkLostBeforeItIsSentLeadsBackToTheForm() {
        confirm("kernel update");
        window.cutOff();
        window.advance(WaitingCall.GRACE);

        assertThat(window.asked()).isEmpty();
        assertThat(text("#shutdown-refusal")).startsWith("Not sent");
        assertThat(((TextField) window.node("#ask-reason")).getText()).isEqualTo("kernel update");
    }

    @Test
    void aCollectorThatVanishesIsSaid() {
        begin("");
        window.show(SampleFleet.connected(true, List.of()));

        assertThat(text("#shutdown-trouble")).isEqualTo("The fleet does not know one any more.");
    }

    @Test
    void aTimeThatIsNoneIsRefusedWhileTyping() {
        window.click("#act-GracefulShutdown");
        window.advance(ConfirmViewModel.DEAD);
        for (var wrong : List.of("", "0", "-5", "291", "1e3", "NaN", "9".repeat(50))) {
            window.interact(() -> ((TextField) window.node("#shutdown-seconds")).setText(wrong));
            assertThat(window.node("#ask-confirm").isDisabled()).as(wrong).isTrue();
        }
        window.interact(() -> ((TextField) window.node("#shutdown-seconds")).setText("290"));
        assertThat(window.node("#ask-confirm").isDisabled()).isFalse();
    }

    @Test
    void closedOnTheWayItGoesOnAndCanBeOpenedAgain() {
        begin("");
        window.click("#shutdown-close");
        assertThat(window.has("#shutdown-force")).isFalse();
        window.click("#rail-calls");
        window.focus(".table-view");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);

        assertThat(window.has("#shutdown-force")).isTrue();
    }

    private void confirm(String reason) {
        window.click("#act-GracefulShutdown");
        window.advance(ConfirmViewModel.DEAD);
        window.click("#ask-reason");
        window.write(reason);
        window.click("#ask-confirm");
    }

    private void begin(String reason) {
        confirm(reason);
        window.advance(WaitingCall.GRACE);
    }

    private void say(String... namesAndTexts) {
        window.report(0, SampleReports.of(namesAndTexts));
    }

    private static GenericPayload ended(String by) {
        return new GenericPayload(
                Map.of(
                        "ended_by", ConfigValue.of(by),
                        "exit", ConfigValue.of("exit code 0"),
                        "cleanup_outcomes",
                                new ConfigValue.Table(
                                        Map.of(
                                                "flush_events",
                                                        ConfigValue.of("all events are published"),
                                                "save_state",
                                                        ConfigValue.of(
                                                                "saved to /run/one.json")))));
    }

    private List<String> track() {
        return window.all(".shutdown-track .progress-name").stream()
                .map(Label.class::cast)
                .map(Label::getText)
                .toList();
    }

    private String text(String query) {
        Node node = window.node(query);
        assertThat(node.isVisible()).as(query).isTrue();
        return ((Label) node).getText();
    }
}
