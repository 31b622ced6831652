package daemoneye.app.guard.view;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.WaitingCall;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.SampleWindow;
import daemoneye.rpc.protocol.state.ProcessState;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.Objects;

/// An action of each class of danger, with the keyboard alone: the command line, Tab, Space, Enter.
class KeyboardAloneTest {
    private static final int MOST_STOPS = 30;

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
    void aReadingOne() {
        say("health one");
        assertThat(window.asked()).containsExactly("HealthCheck one");
    }

    @Test
    void aReversibleOneAndTheWayBack() {
        say("pause one");
        window.succeed(0);
        window.state("one", ProcessState.PAUSED);
        window.press(KeyCode.CONTROL, KeyCode.Z);

        assertThat(window.asked()).containsExactly("Pause one", "Resume one");
    }

    @Test
    void aDisturbingOne() {
        say("restart one");
        window.advance(ConfirmViewModel.DEAD);
        tabTo("ask-confirm");
        window.press(KeyCode.SPACE);
        assertThat(window.asked()).as("five seconds to think").isEmpty();
        window.advance(WaitingCall.GRACE);

        assertThat(window.asked()).containsExactly("Restart one");
    }

    @Test
    void aWideOne() {
        say("stop net");
        window.advance(ConfirmViewModel.DEAD);
        tabTo("ask-phrase");
        window.write("1");
        window.press(KeyCode.ENTER);
        window.advance(WaitingCall.GRACE);

        assertThat(window.asked()).containsExactly("Stop net");
    }

    @ParameterizedTest
    @EnumSource(
            value = KeyCode.class,
            names = {"SPACE", "ENTER"})
    void aDangerousOneIsHeld(KeyCode key) {
        say("shutdown one two");
        tabTo("order-listed");
        window.press(KeyCode.SPACE);
        tabTo("ask-reason");
        window.write("moved");
        tabTo("ask-phrase");
        window.write("2 collectors");
        window.advance(ConfirmViewModel.DEAD);
        tabTo("ask-confirm");
        window.press(key);
        window.advance(Duration.ofSeconds(5));
        assertThat(window.asked()).as("tapped, not held").isEmpty();
        window.hold(key);
        window.advance(ConfirmViewModel.HOLD.minusMillis(1));
        assertThat(window.asked()).as("not long enough").isEmpty();
        window.advance(Duration.ofMillis(1));
        window.letGo(key);

        assertThat(window.asked()).containsExactly("GracefulShutdown one", "GracefulShutdown two");
    }

    @Test
    void aShutdownOfOneWithItsChoices() {
        say("shutdown one");
        tabTo("how-immediate");
        window.press(KeyCode.SPACE);
        tabTo("shutdown-force-after");
        window.press(KeyCode.SPACE);
        window.advance(ConfirmViewModel.DEAD);
        tabTo("ask-confirm");
        window.press(KeyCode.SPACE);
        assertThat(window.focused().getId()).isEqualTo("shutdown-take-back");
        window.advance(WaitingCall.GRACE);
        assertThat(window.asked()).containsExactly("GracefulShutdown one");
        tabTo("shutdown-force");
        window.press(KeyCode.SPACE);
        assertThat(window.all(".dialog-card")).as("a question over the dialog").hasSize(2);
        tabTo("ask-cancel");
        window.press(KeyCode.SPACE);
        assertThat(window.all(".dialog-card")).hasSize(1);
        assertThat(window.has("#shutdown-force")).isTrue();
    }

    private void say(String line) {
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.write(line);
        window.press(KeyCode.ENTER);
    }

    private void tabTo(String id) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            if (Objects.equals(window.focused().getId(), id)) {
                return;
            }
            window.press(KeyCode.TAB);
        }
        throw new AssertionError("Tab does not lead to " + id);
    }
}
