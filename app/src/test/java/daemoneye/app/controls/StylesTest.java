package daemoneye.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;

import org.controlsfx.control.PropertySheet;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.StatusBar;
import org.controlsfx.control.TaskProgressView;
import org.controlsfx.control.ToggleSwitch;
import org.controlsfx.control.textfield.TextFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

class StylesTest {
    @ParameterizedTest
    @EnumSource(Theme.class)
    void noControlMissesAColour(Theme theme) {
        assertThat(
                        warningsOf(
                                () -> {
                                    show(Gallery::controls, theme);
                                    show(() -> SampleShell.build(SampleShell.fleet()), theme);
                                    show(() -> SampleShell.build(SampleShell.nothing()), theme);
                                }))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void controlsFxMissesNoColour(Theme theme) {
        assertThat(warningsOf(() -> show(StylesTest::controlsFx, theme))).isEmpty();
    }

    @Test
    void aMissingColourWouldBeNoticed() {
        assertThat(
                        warningsOf(
                                () ->
                                        show(
                                                () -> {
                                                    Label label = new Label("x");
                                                    label.setStyle("-fx-text-fill: -de-nothing;");
                                                    return new HBox(label);
                                                },
                                                Theme.DARK)))
                .anySatisfy(warning -> assertThat(warning).contains("-de-nothing"));
    }

    private static Parent controlsFx() {
        StatusBar status = new StatusBar();
        status.setProgress(0.4);
        return new HBox(
                status,
                new TaskProgressView<>(),
                new PropertySheet(),
                new SegmentedButton(),
                new ToggleSwitch("hot"),
                TextFields.createClearableTextField());
    }

    private static void show(Supplier<Parent> root, Theme theme) {
        Stage stage = Fx.call(() -> Fx.window(root.get(), theme, 1440, 900));
        Fx.pulses(3);
        Fx.run(stage::close);
    }

    /// What JavaFX logs or prints while `work` runs.
    private static List<String> warningsOf(Runnable work) {
        List<String> heard = new CopyOnWriteArrayList<>();
        Handler ear = ear(heard);
        Logger logger = Logger.getLogger("javafx.css");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.err;
        logger.addHandler(ear);
        logger.setUseParentHandlers(false);
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
            logger.setUseParentHandlers(true);
            logger.removeHandler(ear);
        }
        printed.toString(StandardCharsets.UTF_8).lines().forEach(heard::add);
        return heard;
    }

    private static Handler ear(List<String> heard) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                    heard.add(entry.getMessage());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
