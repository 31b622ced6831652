package daemoneye.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.config.talk.Desk;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.WaitingCall;
import daemoneye.app.sample.ConfigAnswers;
import daemoneye.app.sample.SampleWindow;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The configuration dialog as a person meets it.
class ConfigWindowTest {
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
    void fromTheFieldToTheProofThatItHolds() {
        review("500");
        assertThat(sent(1).validateOnly()).isTrue();
        assertThat(sent(1).configChanges()).containsEntry("batch_size", ConfigValue.of(500));
        answer(1, ConfigAnswers.taken(7, List.of("batch_size"), List.of()));
        window.advance(ConfirmViewModel.DEAD);
        window.click("#ask-reason");
        window.write("after the incident");
        assertThat(((Labeled) window.node("#ask-confirm")).getText())
                .isEqualTo("Apply 1 change to one");
        window.click("#ask-confirm");
        assertThat(window.asked()).as("held back").hasSize(2);
        assertThat(text("#config-foot")).isEqualTo("Sent in 5 s");
        window.advance(WaitingCall.GRACE);

        assertThat(sent(2).validateOnly()).isFalse();
        assertThat(sent(2).expectedVersion()).hasValue(7);
        assertThat(sent(2).reason()).contains("after the incident");
        assertThat(sent(2).rollbackOnFailure()).isTrue();
        answer(2, ConfigAnswers.taken(8, List.of("batch_size"), List.of()));
        answer(3, ConfigAnswers.config(8, ConfigAnswers.told()));
        assertThat(window.has("#config-go-on")).as("before its beats").isFalse();
        window.beat("one", 8, 3);
        assertThat(text("#config-result")).isEqualTo("It holds: one beats well with version 8.");
    }

    /// From the button on the page through form, text, review, a second thought, proof, history and
    /// the way back.
    @Test
    void withTheKeyboardAlone() {
        window.focus("#act-UpdateConfig");
        window.press(KeyCode.SPACE);
        answer(0, ConfigAnswers.config());
        assertThat(window.focused().getId()).isEqualTo("config-close");
        tabTo("field-batch_size");
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.write("400");
        tabTo("field-enable_hash_verification");
        window.press(KeyCode.SPACE);
        tabTo("undo-enable_hash_verification");
        window.press(KeyCode.SPACE);
        window.press(KeyCode.CONTROL, KeyCode.TAB);
        tabTo("config-text");
        replaceInText("400", "450");
        window.press(KeyCode.CONTROL, KeyCode.TAB);
        assertThat(sent(1).configChanges())
                .containsOnly(Map.entry("batch_size", ConfigValue.of(450)));
        answer(1, ConfigAnswers.taken(7, List.of("batch_size"), List.of()));
        window.advance(ConfirmViewModel.DEAD);
        window.press(KeyCode.F7);
        window.press(KeyCode.SHIFT, KeyCode.F7);
        tabTo("ask-reason");
        window.write("why");

        confirm();
        tabTo("config-take-back");
        window.press(KeyCode.SPACE);
        window.advance(WaitingCall.GRACE);
        assertThat(window.caller().asked()).as("taken back").hasSize(2);

        confirm();
        window.advance(WaitingCall.GRACE);
        assertThat(sent(2).reason()).contains("why");
        answer(2, ConfigAnswers.taken(8, List.of("batch_size"), List.of()));
        answer(3, ConfigAnswers.config(8, Map.of("batch_size", ConfigValue.of(450))));
        window.beat("one", 8, 3);
        tabTo("config-go-on");
        window.press(KeyCode.SPACE);
        answer(4, ConfigAnswers.config(8, Map.of("batch_size", ConfigValue.of(450))));

        window.press(KeyCode.CONTROL, KeyCode.TAB);
        answer(5, ConfigAnswers.history());
        tabTo("config-history");
        window.press(KeyCode.DOWN);
        answer(6, ConfigAnswers.config(5, Map.of()));
        answer(7, ConfigAnswers.config(6, Map.of("top_count", ConfigValue.of(20))));
        tabTo("config-roll-back");
        window.press(KeyCode.SPACE);
        assertThat(sent(8).rollbackTo()).hasValue(6);
        answer(8, ConfigAnswers.taken(8, List.of("batch_size"), List.of()));
        confirm();
        window.advance(WaitingCall.GRACE);

        assertThat(sent(9).validateOnly()).isFalse();
        assertThat(sent(9).rollbackTo()).hasValue(6);
        window.press(KeyCode.ESCAPE);
        assertThat(window.has("#config-close")).isFalse();
    }

    private void confirm() {
        window.advance(ConfirmViewModel.DEAD);
        tabTo("ask-confirm");
        window.press(KeyCode.SPACE);
    }

    // Arrow keys go there; what stands there is typed over.
    private void replaceInText(String old, String now) {
        var area = (TextInputControl) window.focused();
        window.press(KeyCode.CONTROL, KeyCode.HOME);
        int lines = (int) area.getText(0, area.getText().indexOf(old)).lines().count() - 1;
        for (int line = 0; line < lines; line++) {
            window.press(KeyCode.DOWN);
        }
        window.press(KeyCode.END);
        // In front of the comma.
        window.press(KeyCode.LEFT);
        for (int back = 0; back < old.length(); back++) {
            window.press(KeyCode.BACK_SPACE);
        }
        window.write(now);
    }

    @Test
    void aRefusedValueIsSaidAtItsKeyAndNothingCanBeSent() {
        review("500");
        fail(
                1,
                RpcError.notExecuted(ErrorCode.INVALID_PAYLOAD, "refused")
                        .with(
                                "refused_changes",
                                new ConfigValue.Table(
                                        Map.of("batch_size", ConfigValue.of("at most 400 here")))));
        window.advance(ConfirmViewModel.DEAD);

        assertThat(window.all(".state-text.failed").stream().map(each -> ((Label) each).getText()))
                .contains("at most 400 here");
        assertThat(window.node("#ask-confirm").isDisabled()).isTrue();
    }

    @Test
    void whatIsTypedSurvivesTheLinkAndTheDialogItself() {
        begin("500");
        window.cutOff();
        assertThat(text("#config-hindrance")).contains("What you typed stays");
        window.press(KeyCode.ESCAPE);
        assertThat(window.has("#config-close")).isFalse();
        window.reconnect();
        window.interact(() -> ((ButtonBase) window.node("#act-UpdateConfig")).fire());
        answer(1, ConfigAnswers.config());

        assertThat(field("batch_size")).isEqualTo("500");
        assertThat(text("#config-about")).contains("1 key changed");
    }

    @Test
    void aChangeElsewhereIsSaidAndMineIsKept() {
        begin("500");
        window.beat("one", 8, 1);
        answer(
                1,
                ConfigAnswers.config(
                        8,
                        Map.of(
                                "batch_size", ConfigValue.of(300),
                                "top_count", ConfigValue.of(20))));
        assertThat(text("#config-elsewhere")).contains("version 8 runs now");
        window.click("#config-mine");

        assertThat(field("batch_size")).isEqualTo("500");
        assertThat(field("top_count")).isEqualTo("20");
        assertThat(text("#config-about")).contains("version 8").contains("1 key changed");
    }

    @Test
    void aConflictLosesNothing() {
        send("500");
        fail(2, RpcError.notExecuted(ErrorCode.CONFIG_CONFLICT, "Version 8 holds."));
        assertThat(text("#config-result")).contains("somebody else changed it first");
        window.click("#config-go-on");
        answer(3, ConfigAnswers.config(8, Map.of()));

        assertThat(text("#config-elsewhere")).contains("version 8 runs now");
        window.click("#config-mine");
        window.click("#config-tab-form");
        assertThat(field("batch_size")).isEqualTo("500");
    }

    @Test
    void theAgentWentBackByItself() {
        send("500");
        answer(2, ConfigAnswers.returned());

        assertThat(text("#config-result"))
                .startsWith("The agent put the values of version 7 back by itself");
    }

    @Test
    void withoutGoodBeatsTheVersionBeforeIsPutBack() {
        send("500");
        answer(2, ConfigAnswers.taken(8, List.of("batch_size"), List.of()));
        answer(3, ConfigAnswers.config(8, ConfigAnswers.told()));
        window.beat("one", 7, 3);
        window.advance(Desk.PATIENCE);
        assertThat(sent(4).rollbackTo()).hasValue(7);
        assertThat(sent(4).expectedVersion()).hasValue(8);
        answer(4, ConfigAnswers.taken(9, List.of("batch_size"), List.of()));
        assertThat(window.has("#config-go-on")).as("before its beats").isFalse();
        window.beat("one", 9, 3);

        assertThat(text("#config-result"))
                .endsWith("version 7 was put back, and it beats well with that.");
    }

    @Test
    void whatIsUnknownIsCheckedAndNeverSentAgain() {
        send("500");
        fail(2, RpcError.unknown(ErrorCode.LINK_LOST, "The link broke."));
        assertThat(text("#config-result")).startsWith("Nobody knows");
        window.click("#config-check");
        assertThat(window.caller().asked().get(3).request().operation())
                .isEqualTo(CollectorOperation.QUERY_OUTCOME);
        answer(3, new GenericPayload(Map.of("state", ConfigValue.of("done"))));
        answer(4, ConfigAnswers.config(8, Map.of("batch_size", ConfigValue.of(500))));
        window.beat("one", 8, 3);

        assertThat(text("#config-result")).isEqualTo("It holds: one beats well with version 8.");
        assertThat(window.caller().asked()).hasSize(5);
    }

    @Test
    void withoutPermissionThereIsNothingToEditAndItCanBeReadAgain() {
        window.click("#act-UpdateConfig");
        fail(0, RpcError.notExecuted(ErrorCode.PERMISSION_DENIED, "kim may not look."));
        assertThat(text("#config-trouble")).startsWith("kim may not look.");
        window.click("#config-read");
        answer(1, ConfigAnswers.config());

        assertThat(window.has("#field-batch_size")).isTrue();
    }

    @Test
    void aVersionOfBeforeComesBackWithTheSamePreview() {
        window.click("#act-UpdateConfig");
        answer(0, ConfigAnswers.config());
        window.click("#config-tab-history");
        answer(1, ConfigAnswers.history());
        window.focus("#config-history");
        window.press(KeyCode.DOWN);
        answer(2, ConfigAnswers.config(5, Map.of()));
        answer(3, ConfigAnswers.config(6, Map.of("top_count", ConfigValue.of(20))));
        assertThat(text("#config-history-title")).isEqualTo("version 5 \u2192 version 6");
        window.click("#config-roll-back");

        assertThat(sent(4).validateOnly()).isTrue();
        assertThat(sent(4).rollbackTo()).hasValue(6);
        assertThat(((ButtonBase) window.node("#ask-confirm")).getText())
                .isEqualTo("Roll back one to version 6");
    }

    @Test
    void aDialogThatComesBackAgainAndAgainLeavesNothingBehind() throws Exception {
        begin("500");
        window.click("#config-review");
        var first = new WeakReference<>(window.node(".config-card"));
        for (int times = 0; times < 3; times++) {
            window.press(KeyCode.ESCAPE);
            window.interact(() -> ((ButtonBase) window.node("#act-UpdateConfig")).fire());
        }
        assertThat(text("#config-about")).contains("1 key changed");
        window.press(KeyCode.ESCAPE);
        window.advance(ConfirmViewModel.DEAD);

        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> {
                    System.gc();
                    return first.get() == null;
                });
    }

    private void begin(String batch) {
        window.click("#act-UpdateConfig");
        answer(0, ConfigAnswers.config());
        window.interact(() -> ((TextInputControl) window.node("#field-batch_size")).setText(batch));
    }

    private void review(String batch) {
        begin(batch);
        window.click("#config-review");
    }

    private void send(String batch) {
        review(batch);
        answer(1, ConfigAnswers.taken(7, List.of("batch_size"), List.of()));
        window.advance(ConfirmViewModel.DEAD);
        window.click("#ask-confirm");
        window.advance(WaitingCall.GRACE);
    }

    private void tabTo(String id) {
        for (int stop = 0; stop < 60; stop++) {
            if (id.equals(window.focused().getId())) {
                return;
            }
            window.press(KeyCode.TAB);
        }
        throw new AssertionError("Tab does not lead to " + id);
    }

    private ConfigUpdateRequest sent(int call) {
        return (ConfigUpdateRequest) window.caller().asked().get(call).request().payload();
    }

    private void answer(int call, GenericPayload payload) {
        window.succeed(call, Optional.of(payload));
    }

    private void fail(int call, RpcError error) {
        window.fail(call, error);
    }

    private String field(String name) {
        return ((TextInputControl) window.node("#field-" + name)).getText();
    }

    private String text(String query) {
        var label = (Label) window.node(query);
        assertThat(label.getParent().isVisible()).as(query).isTrue();
        return label.getText();
    }
}
