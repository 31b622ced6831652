package daemoneye.app.settings.view;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.controls.Theme;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.SampleWindow;
import daemoneye.app.settings.LanguageChoice;
import daemoneye.app.settings.MotionChoice;
import daemoneye.app.settings.ThemeChoice;
import daemoneye.app.text.Language;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.util.List;

class SettingsWindowTest {
    private final SampleWindow window = new SampleWindow();

    @BeforeEach
    void open() throws Exception {
        window.open();
        window.show(
                SampleFleet.connected(
                        true,
                        List.of(
                                SampleFleet.collector(
                                        "procmond",
                                        ProcessState.RUNNING,
                                        Liveness.LIVE,
                                        HealthStatus.HEALTHY))));
    }

    @AfterEach
    void close() throws Exception {
        window.close();
        Language.use(Language.ENGLISH);
    }

    @Test
    void anotherLanguageComesAtOnceAndIsRemembered() {
        window.write("s");

        window.click("#settings-language-german");

        assertThat(text("#rail-fleet")).isEqualTo("Flotte");
        assertThat(text("#rail-settings")).isEqualTo("Optionen");
        assertThat(window.has("#settings-page")).isTrue();
        assertThat(window.focused().getId()).isEqualTo("settings-language-german");
        assertThat(window.remembered().language()).isEqualTo("de");

        window.click("#settings-language-english");

        assertThat(text("#rail-fleet")).isEqualTo("Fleet");
        assertThat(window.remembered().language()).isEqualTo("en");
    }

    @Test
    void theLanguageWaitsForWhatIsUnderWayAndLosesNothing() {
        begin();
        window.write("s");
        window.click("#settings-language-german");

        assertThat(text("#rail-fleet")).isEqualTo("Fleet");
        assertThat(window.node("#settings-language-waits").isVisible()).isTrue();

        window.succeed(0);
        window.state("procmond", ProcessState.RUNNING);

        assertThat(text("#rail-fleet")).isEqualTo("Flotte");
        assertThat(window.node("#settings-language-waits").isVisible()).isFalse();
        assertThat(window.window().operationStates()).hasSize(1);
    }

    /// A question that takes its time.
    private void begin() {
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.write("health procmond");
        window.press(KeyCode.ENTER);
        assertThat(window.asked()).hasSize(1);
    }

    @Test
    void theThemeIsThatOfTheSystemOrTheChosenOne() {
        window.write("s");
        window.click("#settings-theme-light");
        assertThat(window.window().themes().theme()).isEqualTo(Theme.LIGHT);
        assertThat(window.remembered().theme()).isEqualTo("light");

        window.write("t");
        assertThat(window.appearance().themeProperty().get()).isEqualTo(ThemeChoice.DARK);
        assertThat(window.window().themes().theme()).isEqualTo(Theme.DARK);

        window.click("#settings-theme-system");
        assertThat(window.remembered().theme()).isEqualTo("system");
        assertThat(window.window().themes().theme().name())
                .isEqualTo(scene().getPreferences().getColorScheme().name());
        on(() -> scene().getPreferences().setColorScheme(ColorScheme.DARK));
        assertThat(window.window().themes().theme()).isEqualTo(Theme.DARK);
        on(() -> scene().getPreferences().setColorScheme(ColorScheme.LIGHT));
        assertThat(window.window().themes().theme()).isEqualTo(Theme.LIGHT);
    }

    @Test
    void motionIsThatOfTheSystemOrTheChosenOne() {
        window.write("s");
        boolean system = scene().getPreferences().isReducedMotion();

        window.click("#settings-motion-reduced");
        assertThat(scene().getPreferences().isReducedMotion()).isTrue();
        assertThat(window.remembered().motion()).isEqualTo("reduced");
        window.click("#settings-motion-full");
        assertThat(scene().getPreferences().isReducedMotion()).isFalse();
        window.click("#settings-motion-system");
        assertThat(scene().getPreferences().isReducedMotion()).isEqualTo(system);
        assertThat(window.remembered().motion()).isEqualTo("system");
    }

    @Test
    void savedWordsThatNobodyKnowsMeanTheSystem() {
        assertThat(LanguageChoice.of("xx")).isEqualTo(LanguageChoice.SYSTEM);
        assertThat(ThemeChoice.of("")).isEqualTo(ThemeChoice.SYSTEM);
        assertThat(MotionChoice.of("none")).isEqualTo(MotionChoice.SYSTEM);
        for (var each : LanguageChoice.values()) {
            assertThat(LanguageChoice.of(each.key())).isEqualTo(each);
        }
    }

    private Scene scene() {
        return window.window().scene();
    }

    private void on(Runnable work) {
        javafx.application.Platform.runLater(work);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String text(String query) {
        return ((Labeled) scene().lookup(query)).getText();
    }
}
