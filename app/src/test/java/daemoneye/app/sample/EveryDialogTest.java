package daemoneye.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.controls.Theme;
import daemoneye.app.launch.display.Display;
import daemoneye.app.sample.DialogGallery.Shot;
import daemoneye.app.text.Language;

import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// Walks over every page and every dialog in each of its states: all of them in German, which has
/// the longer words, and one of each kind in English and at each scale. What was closed is
/// forgotten, whatever state it was in.
class EveryDialogTest {
    /// One of each kind, in the smallest window.
    private static final Set<String> ONE_OF_EACH =
            Set.of(
                    "fleet-1024",
                    "page-1024",
                    "settings-1024",
                    "calls-running-1024",
                    "palette-keys-1024",
                    "ask-last",
                    "down-emergency",
                    "bulk-bar-small",
                    "conf-form-small",
                    "conf-validated-small",
                    "conf-history-diff-small",
                    "roll-plan-small",
                    "roll-deciding-small");

    private final Forgotten forgotten = new Forgotten();

    @BeforeEach
    void start() throws Exception {
        Display.doWithout();
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void backToEnglish() {
        Language.use(Language.ENGLISH);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyControlHasANameAndNoWordIsCut(Language language) throws Exception {
        Language.use(language);
        assertThat(lines(faults(language))).isEmpty();
        forgotten.check();
    }

    // Scenes hold the agents that they play with, and those the last call: they end with the walk.
    private Map<String, List<String>> faults(Language language) throws Exception {
        var faults = new TreeMap<String, List<String>>();
        for (var shot : DialogScenes.all()) {
            if (isSmallToo(shot)
                    || (language == Language.ENGLISH && !ONE_OF_EACH.contains(shot.name()))) {
                continue;
            }
            var found =
                    at(
                            shot,
                            scene -> {
                                var all = new ArrayList<String>();
                                all.addAll(SceneWalk.unnamed(scene));
                                all.addAll(SceneWalk.cut(scene));
                                return all;
                            });
            found.forEach(
                    each -> faults.computeIfAbsent(each, _ -> new ArrayList<>()).add(shot.name()));
        }
        return faults;
    }

    private static boolean isSmallToo(Shot shot) {
        var name = shot.name();
        var smaller =
                name.matches(".*-(1440|1920)")
                        ? name.substring(0, name.lastIndexOf('-')) + "-1024"
                        : name + "-small";
        return DialogScenes.all().stream().anyMatch(each -> each.name().equals(smaller));
    }

    private static List<String> lines(Map<String, List<String>> faults) {
        return faults.entrySet().stream()
                .map(each -> each.getKey() + "  [" + String.join(", ", each.getValue()) + "]")
                .toList();
    }

    private <T> T at(Shot shot, Function<Scene, T> look) throws Exception {
        var stage = call(() -> DialogGallery.stage(shot, Theme.DARK));
        play(shot, stage);
        return call(
                () -> {
                    var scene = stage.window().scene();
                    layOut(scene);
                    try {
                        return look.apply(scene);
                    } finally {
                        forgotten.expect(shot.name(), stage.window());
                        stage.window().close();
                        // Buttons that arm themselves wait for time to pass in a scene that stands.
                        scene.setRoot(new Pane());
                    }
                });
    }

    private static void play(Shot shot, DialogGallery.Stage stage) throws Exception {
        for (var step : shot.steps()) {
            call(
                    () -> {
                        step.on(stage);
                        return true;
                    });
            // What a step has sent to the FX thread, what that has sent, and so on.
            for (int more = 0; more < 6; more++) {
                call(() -> true);
            }
        }
    }

    private static void layOut(Scene scene) {
        for (int pass = 0; pass < 3; pass++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
    }

    /// What somebody with a fine screen sees: the same places, at positions between the pixels of
    /// before.
    @ParameterizedTest
    @ValueSource(doubles = {1.25, 1.5, 2})
    void noWordIsCutAtAnyScale(double scale) throws Exception {
        Language.use(Language.GERMAN);
        var faults = new TreeMap<String, List<String>>();
        for (var shot : DialogScenes.all()) {
            if (ONE_OF_EACH.contains(shot.name())) {
                scaled(shot, scale)
                        .forEach(
                                each ->
                                        faults.computeIfAbsent(each, _ -> new ArrayList<>())
                                                .add(shot.name()));
            }
        }
        assertThat(lines(faults)).isEmpty();
    }

    private static List<String> scaled(Shot shot, double scale) throws Exception {
        var window = new AtomicReference<Stage>();
        var stage =
                call(
                        () -> {
                            var made = DialogGallery.stage(shot, Theme.DARK);
                            window.set(new Stage());
                            window.get().setScene(made.window().scene());
                            window.get().show();
                            window.get().setRenderScaleX(scale);
                            window.get().setRenderScaleY(scale);
                            return made;
                        });
        play(shot, stage);
        return call(
                () -> {
                    var scene = stage.window().scene();
                    layOut(scene);
                    // A pixel is that much smaller: places really fall between those of before.
                    assertThat(((Region) scene.getRoot()).snapSizeX(1.01))
                            .isEqualTo(Math.ceil(1.01 * scale) / scale);
                    try {
                        return SceneWalk.cut(scene);
                    } finally {
                        stage.window().close();
                        window.get().hide();
                        scene.setRoot(new Pane());
                    }
                });
    }

    private static <T> T call(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }
}
