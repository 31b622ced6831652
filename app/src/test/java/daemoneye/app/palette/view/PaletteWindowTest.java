package daemoneye.app.palette.view;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.controls.Theme;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.WaitingCall;
import daemoneye.app.palette.Command;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.SampleWindow;
import daemoneye.rpc.protocol.state.ProcessState;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The palette and the keys, with the keyboard alone.
class PaletteWindowTest {
    private final SampleWindow window = new SampleWindow();

    @BeforeEach
    void open() throws Exception {
        window.open();
        window.show(SampleFleet.three());
        window.focus(".table-view");
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void saysOnHowManyItActsAndWhatIsAskedBeforeEnter() {
        type("pause type:process");
        assertThat(preview()).isEqualTo("Pause 2 collectors · runs at once, can be taken back");
        window.state("two", ProcessState.STOPPED);
        assertThat(preview())
                .as("the number follows the fleet")
                .startsWith("Pause one · runs at once, can be taken back 1 other is left out");
        window.press(KeyCode.ENTER);
        assertThat(window.asked()).containsExactly("Pause one");
        assertThat(window.has("#palette-line")).isFalse();
    }

    @Test
    void aDisturbingOneGoesThroughTheGuardAndEnterNeverConfirms() {
        type("restart one");
        assertThat(preview()).isEqualTo("Restart one · asks you first");
        window.press(KeyCode.ENTER);
        assertThat(window.focused().getId()).isEqualTo("ask-cancel");
        assertThat(window.asked()).isEmpty();

        window.advance(ConfirmViewModel.DEAD);
        window.press(KeyCode.TAB);
        assertThat(window.focused().getId()).isEqualTo("ask-confirm");
        window.press(KeyCode.SPACE);
        window.advance(WaitingCall.GRACE);
        assertThat(window.asked()).containsExactly("Restart one");
    }

    @Test
    void twoEntersInARowConfirmNothing() {
        type("restart one");
        window.press(KeyCode.ENTER);
        window.press(KeyCode.ENTER);
        window.advance(ConfirmViewModel.DEAD);
        window.advance(WaitingCall.GRACE);
        assertThat(window.asked()).isEmpty();
    }

    @Test
    void wideAndDangerousOnesAreAnnounced() {
        type("stop all");
        assertThat(preview()).isEqualTo("Stop 3 collectors · asks you to type 3");
        erase();
        window.write("shutdown one two");
        assertThat(preview()).contains("asks for words, a reason and a held button");
        erase();
        window.write("stop net");
        assertThat(preview()).as("the last of its kind").contains("asks you to type 1");
    }

    @Test
    void aMistakeStaysWithItsReason() {
        type("resart one");
        assertThat(preview()).isEqualTo("resart is no command. Did you mean restart?");
        window.press(KeyCode.ENTER);
        assertThat(line().getText()).isEqualTo("resart one");
        window.press(KeyCode.ESCAPE);
        assertThat(window.has("#palette-line")).isFalse();
        assertThat(window.asked()).isEmpty();
    }

    @Test
    void tabAndArrowsCompleteALine() {
        type("rest");
        window.press(KeyCode.TAB);
        assertThat(line().getText()).isEqualTo("restart ");
        assertThat(window.focused()).isSameAs(line());
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        assertThat(line().getText()).isEqualTo("restart two");
        window.write(" ho");
        window.press(KeyCode.TAB);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.TAB);
        assertThat(line().getText()).isEqualTo("restart two host:web-01");
        assertThat(preview()).isEqualTo("No collector fits all of this.");
    }

    @Test
    void earlierLinesComeBack() {
        type("open calls");
        window.press(KeyCode.ENTER);
        assertThat(window.has("#calls-table")).isTrue();
        type("open fleet");
        window.press(KeyCode.ENTER);
        assertThat(window.has("#calls-table")).isFalse();

        type("");
        window.press(KeyCode.UP);
        window.press(KeyCode.UP);
        assertThat(line().getText()).isEqualTo("open calls");
        window.press(KeyCode.DOWN);
        assertThat(line().getText()).isEqualTo("open fleet");
        window.press(KeyCode.DOWN);
        assertThat(line().getText()).isEmpty();
    }

    @Test
    void theThemeAndTheSearchAreWordsToo() {
        type("theme light");
        window.press(KeyCode.ENTER);
        assertThat(window.window().themes().theme()).isEqualTo(Theme.LIGHT);
        type("find host:web-02");
        window.press(KeyCode.ENTER);
        assertThat(window.focused()).isInstanceOf(TextField.class);
        assertThat(((TextField) window.focused()).getText()).isEqualTo("host:web-02");
    }

    @Test
    void keysLeadToPagesButNotWhileSomebodyTypes() {
        window.write("c");
        assertThat(window.has("#calls-table")).isTrue();
        window.write("/");
        assertThat(window.has("#calls-table")).isFalse();
        assertThat(window.focused()).isInstanceOf(TextField.class);
        window.write("c?t/");
        assertThat(((TextField) window.focused()).getText()).isEqualTo("c?t/");
        assertThat(window.has("#key-sheet")).isFalse();
        assertThat(window.window().themes().theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void theKeySheetNamesEveryCommand() {
        window.write("?");
        var texts = window.all("#key-sheet .label").stream().map(Label.class::cast).toList();
        for (var command : Command.values()) {
            if (command == Command.CONFIG) {
                continue; // this window has no dialog for it
            }
            assertThat(texts)
                    .as(command.name())
                    .anyMatch(each -> each.getText().equals(command.label()));
        }
        window.press(KeyCode.ESCAPE);
        assertThat(window.has("#key-sheet")).isFalse();
    }

    @Test
    void withoutALinkNothingIsPromised() {
        type("restart one");
        window.cutOff();
        assertThat(preview()).startsWith("Not sent: there is no link");
        window.press(KeyCode.ENTER);
        assertThat(window.has("#palette-line")).isTrue();
        window.reconnect();
        assertThat(preview()).isEqualTo("Restart one · asks you first");
    }

    private void type(String line) {
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.write(line);
    }

    private void erase() {
        window.interact(() -> line().clear());
    }

    private TextField line() {
        return (TextField) window.node("#palette-line");
    }

    private String preview() {
        return window.text("#palette-preview");
    }
}
