package daemoneye.app.quit;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.SampleWindow;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Closing the window as a person does it.
class QuitWindowTest {
    private final SampleWindow window = new SampleWindow();
    private int quits;

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void whoHostsTheCollectorsIsAskedAndTold() throws Exception {
        open(Optional.of("agent-web"));
        assertThat(mayClose()).isFalse();
        assertThat(mayClose()).as("asked once").isFalse();
        assertThat(window.focused().getId()).isEqualTo("quit-stay");
        var quit = (Button) window.node("#quit-confirm");
        assertThat(quit.getText()).isEqualTo("End 2 collectors and quit");
        assertThat(quit.isDisabled()).as("dead at first").isTrue();

        window.press(KeyCode.ESCAPE);
        assertThat(window.has("#quit-confirm")).isFalse();
        assertThat(quits).isZero();

        assertThat(mayClose()).isFalse();
        window.advance(ConfirmViewModel.DEAD);
        window.press(KeyCode.TAB);
        window.press(KeyCode.SPACE);
        assertThat(quits).isEqualTo(1);
    }

    @Test
    void elsewhereNothingEndsSoNothingIsAsked() throws Exception {
        open(Optional.empty());
        assertThat(mayClose()).isTrue();
        assertThat(window.has("#quit-confirm")).isFalse();
    }

    @Test
    void callsUnderWayAreNamed() throws Exception {
        open(Optional.empty());
        window.select("one");
        window.click("#act-Pause");
        assertThat(mayClose()).isFalse();
        assertThat(window.text(".target-chip")).isEqualTo("Pause one");

        window.press(KeyCode.ESCAPE);
        window.succeed(0);
        assertThat(mayClose()).isTrue();
    }

    @Test
    void whatWaitsToBeSentIsNamedToo() throws Exception {
        open(Optional.empty());
        window.select("one");
        window.click("#act-Restart");
        window.advance(ConfirmViewModel.DEAD);
        window.click("#ask-confirm");
        assertThat(mayClose()).isFalse();
        assertThat(window.text(".target-chip")).isEqualTo("Restart one");
    }

    private void open(Optional<String> hostedAgent) throws Exception {
        window.open(hostedAgent);
        window.show(
                SampleFleet.connected(
                        true,
                        List.of(
                                SampleFleet.healthy("one", "process-monitor", "web-01", "process"),
                                SampleFleet.healthy(
                                        "two", "process-monitor", "web-02", "process"))));
    }

    private boolean mayClose() {
        var answer = new AtomicBoolean();
        window.interact(() -> answer.set(window.window().mayClose(() -> quits++)));
        return answer.get();
    }
}
