package daemoneye.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.controls.beat.HeartbeatBar;
import daemoneye.app.controls.beat.Pill;
import daemoneye.app.controls.beat.PillKind;
import daemoneye.app.controls.gauge.GaugeReading;
import daemoneye.app.controls.gauge.HealthGauge;
import daemoneye.app.controls.mark.CountChip;
import daemoneye.app.controls.mark.Outline;
import daemoneye.app.controls.mark.StateKind;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class ControlsTest {
    @Test
    void theBundledFontsHaveTheFamiliesTheStyleSheetNames() {
        Set<String> families =
                Fx.call(BundledFonts::load).stream()
                        .map(Font::getFamily)
                        .collect(Collectors.toSet());
        assertThat(families).contains("Inter", "Inter Medium", "Inter Semi Bold", "JetBrains Mono");
    }

    @Test
    void aScreenReaderHearsWhatTheBarShows() {
        HeartbeatBar bar = Fx.call(HeartbeatBar::new);
        Fx.run(() -> bar.setPills(SampleBeats.of("gggxg")));
        assertThat(Fx.call(() -> bar.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .isEqualTo("5 beats, 4 good, 1 lost");
    }

    @Test
    void arrowKeysWalkThePillsAndTheCursorStaysWithItsBeat() {
        HeartbeatBar bar = Fx.call(HeartbeatBar::new);
        Stage stage = Fx.call(() -> Fx.window(new StackPane(bar), Theme.DARK, 300, 60));
        Fx.run(
                () -> {
                    bar.setDescriber(pill -> "beat " + pill.id());
                    bar.setPills(SampleBeats.of("ggggg"));
                    bar.requestFocus();
                    press(bar, KeyCode.LEFT);
                    press(bar, KeyCode.LEFT);
                });
        assertThat(Fx.call(bar::spokenText)).startsWith("beat 2. ");
        Fx.run(() -> bar.setPills(SampleBeats.of("gggggggg")));
        assertThat(Fx.call(bar::spokenText)).startsWith("beat 2. ");
        Fx.run(() -> press(bar, KeyCode.END));
        assertThat(Fx.call(bar::spokenText)).startsWith("beat 7. ");
        Fx.run(() -> press(bar, KeyCode.HOME));
        assertThat(Fx.call(bar::spokenText)).startsWith("beat 0. ");
        Fx.run(stage::close);
    }

    @Test
    void aNewBeatSlidesInAndThenNothingRunsAnyMore() {
        HeartbeatBar bar = Fx.call(HeartbeatBar::new);
        Stage stage = Fx.call(() -> Fx.window(new StackPane(bar), Theme.DARK, 300, 60));
        assertThat(Fx.await(() -> SharedPulse.shared().isIdle())).isTrue();
        Fx.run(() -> bar.setPills(SampleBeats.of("gggg")));
        assertThat(Fx.call(() -> SharedPulse.shared().isIdle())).isTrue();
        Fx.run(() -> bar.setPills(SampleBeats.of("ggggg")));
        assertThat(Fx.call(() -> SharedPulse.shared().isIdle())).isFalse();
        assertThat(Fx.await(() -> SharedPulse.shared().isIdle())).isTrue();
        Fx.run(stage::close);
    }

    @Test
    void nothingMovesForPeopleWhoWantLessMotion() {
        HeartbeatBar bar = Fx.call(HeartbeatBar::new);
        Stage stage = Fx.call(() -> Fx.window(new StackPane(bar), Theme.DARK, 300, 60));
        assertThat(Fx.await(() -> SharedPulse.shared().isIdle())).isTrue();
        Fx.run(
                () -> {
                    stage.getScene().getPreferences().setReducedMotion(true);
                    bar.setPills(SampleBeats.of("gggg"));
                    bar.setPills(SampleBeats.of("ggggg"));
                });
        assertThat(Fx.call(() -> SharedPulse.shared().isIdle())).isTrue();
        Fx.run(stage::close);
    }

    @Test
    void pillsHaveTheColoursOfTheTheme() {
        for (Theme theme : Theme.values()) {
            HeartbeatBar bar = Fx.call(HeartbeatBar::new);
            Stage stage = Fx.call(() -> Fx.window(new StackPane(bar), theme, 198, 20));
            Fx.run(() -> bar.setPills(List.of(Pill.of(1, PillKind.GOOD))));
            WritableImage image = Fx.call(() -> Picture.of(stage.getScene().getRoot(), 1));
            Color newest = image.getPixelReader().getColor(195, 10);
            Color older = image.getPixelReader().getColor(186, 10);
            assertThat(newest).isEqualTo(token(theme, "-de-healthy"));
            assertThat(older).isEqualTo(token(theme, "-de-no-data"));
            Fx.run(stage::close);
        }
    }

    @Test
    void aGaugeWithoutAValueShowsADashAndNotZero() {
        HealthGauge gauge = Fx.call(() -> new HealthGauge(ControlSize.LARGE));
        assertThat(words(gauge)).contains("–", "no value yet");
        assertThat(states(gauge)).containsExactly("none");
    }

    @Test
    void aGaugeShowsTheNewNumberAtOnce() {
        HealthGauge gauge = Fx.call(() -> new HealthGauge(ControlSize.LARGE));
        Fx.run(() -> gauge.setReading(GaugeReading.live(61)));
        assertThat(words(gauge)).contains("61");
        assertThat(states(gauge)).containsExactly("warn");
    }

    @Test
    void aStaleGaugeSaysHowOldItIs() {
        HealthGauge gauge = Fx.call(() -> new HealthGauge(ControlSize.LARGE));
        Fx.run(() -> gauge.setReading(GaugeReading.stale(97, Duration.ofSeconds(14))));
        assertThat(words(gauge)).contains("97", "14 s ago");
        assertThat(states(gauge)).contains("stale");
    }

    @Test
    void aChipSaysItsNumberAndWord() {
        CountChip chip = Fx.call(() -> new CountChip(StateKind.HEALTHY, "healthy"));
        Fx.run(() -> chip.setCount(41));
        assertThat(Fx.call(() -> chip.queryAccessibleAttribute(AccessibleAttribute.TEXT)))
                .isEqualTo("41 healthy");
    }

    @Test
    void everyStateHasALetterOfItsOwn() {
        List<String> letters = new ArrayList<>();
        for (StateKind kind : StateKind.values()) {
            letters.add(kind.letter());
        }
        assertThat(letters).doesNotHaveDuplicates();
    }

    @Test
    void outlinesScaleInTheirLengthsOnly() {
        assertThat(Outline.scaled("M12 6A6 6 0 1 1 0 6Z", 2))
                .isEqualTo("M24.000 12.000A12.000 12.000 0 1 1 0.000 12.000Z");
    }

    private static void press(Node node, KeyCode code) {
        node.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    private static Color token(Theme theme, String name) {
        try {
            return Tokens.of(theme).color(name);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> words(HealthGauge gauge) {
        return Fx.call(
                () ->
                        gauge.getChildrenUnmodifiable().stream()
                                .filter(Label.class::isInstance)
                                .map(label -> ((Label) label).getText())
                                .toList());
    }

    private static List<String> states(HealthGauge gauge) {
        return Fx.call(
                () ->
                        gauge.getPseudoClassStates().stream()
                                .map(PseudoClass::getPseudoClassName)
                                .filter(List.of("none", "stale", "good", "warn", "bad")::contains)
                                .toList());
    }
}
