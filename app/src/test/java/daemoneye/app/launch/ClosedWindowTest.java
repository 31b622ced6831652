package daemoneye.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.sample.Forgotten;
import daemoneye.app.sample.InUse;
import daemoneye.app.sample.SampleWindow;
import daemoneye.app.text.Language;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.EnumSet;

/// A window that was closed takes its memory with it, whatever stood open in it; and one that lives
/// forgets the dialogs that were closed, the connection that it left and the language that it
/// spoke.
@Timeout(240)
class ClosedWindowTest {
    private static final EnumSet<InUse> WITHOUT_DIALOG =
            EnumSet.of(
                    InUse.EVERY_PAGE,
                    InUse.TOAST,
                    InUse.HELD_BACK,
                    InUse.THEME,
                    InUse.LANGUAGE,
                    InUse.ANOTHER_CONNECTION);

    private final Forgotten forgotten = new Forgotten();
    private SampleWindow window = new SampleWindow();

    /// A window that stayed open would get what the next test types.
    @AfterEach
    void close() throws Exception {
        window.close();
        Language.use(Language.ENGLISH);
    }

    @Test
    void nothingHoldsAClosedWindow() throws Exception {
        for (var use : InUse.values()) {
            openAndClose(use);
        }
        // The robot keeps the scene that it typed a letter into last.
        window = new SampleWindow();
        window.openOnOne();
        window.write("f");

        forgotten.check();
    }

    private void openAndClose(InUse use) throws Exception {
        window = new SampleWindow();
        window.openOnOne();
        use.in(window);
        forgotten.expect(use + ": scene", window.window().scene());
        forgotten.expect(use + ": content", window.window().scene().getRoot());
        forgotten.expect(use + ": window", window.window());
        window.close();
    }

    @Test
    void nothingHoldsAClosedDialog() throws Exception {
        window.openOnOne();
        for (var use : EnumSet.complementOf(WITHOUT_DIALOG)) {
            window.select("one");
            use.in(window);
            var card = window.window().scene().lookup(".dialog-card");
            assertThat(card).as(use.name()).isNotNull();
            forgotten.expect(use.name(), card);
            closeDialogs();
        }
        window.click("#rail-audit");
        window.click("#rail-fleet");

        forgotten.check();
    }

    // Its calls end, so that the next one can begin.
    private void closeDialogs() {
        window.endCalls();
        for (int layers = 0; layers < 3 && window.has(".dialog-card"); layers++) {
            window.press(KeyCode.ESCAPE);
        }
        assertThat(window.has(".dialog-card")).isFalse();
    }

    @Test
    void aWindowForgetsTheConnectionThatItLeft() throws Exception {
        leaves(InUse.ANOTHER_CONNECTION);
    }

    @Test
    void aWindowForgetsTheLanguageThatItSpoke() throws Exception {
        leaves(InUse.LANGUAGE);
    }

    private void leaves(InUse change) throws Exception {
        window.openOnOne();
        InUse.TOAST.in(window);
        InUse.ABOUT.in(window);
        window.press(KeyCode.ESCAPE);
        forgotten.expect("what it showed before", window.window().scene().getRoot());
        change.in(window);
        // A scene keeps what was pressed until the next press.
        window.click("#rail-calls");
        window.click("#rail-fleet");

        forgotten.check();
    }
}
