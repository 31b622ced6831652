package daemoneye.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.controls.Theme;
import daemoneye.app.launch.Display;
import daemoneye.app.sample.DialogGallery.Shot;
import daemoneye.app.text.Language;

import javafx.scene.Scene;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Walks over every page and every dialog in each of its states: all of them in German, which has
/// the longer words, and those of the smallest window in English.
class EveryDialogTest {
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
        var faults = new TreeMap<String, List<String>>();
        for (var shot : DialogScenes.all()) {
            if (language == Language.ENGLISH && shot.width() > 1024) {
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
        assertThat(lines(faults)).isEmpty();
    }

    private static List<String> lines(Map<String, List<String>> faults) {
        return faults.entrySet().stream()
                .map(each -> each.getKey() + "  [" + String.join(", ", each.getValue()) + "]")
                .toList();
    }

    private static <T> T at(Shot shot, Function<Scene, T> look) throws Exception {
        var stage = call(() -> DialogGallery.stage(shot, Theme.DARK));
        for (var step : shot.steps()) {
            call(
                    () -> {
                        stage.run(step);
                        return true;
                    });
            // What a step has sent to the FX thread, and what that has sent.
            call(() -> true);
            call(() -> true);
        }
        return call(
                () -> {
                    for (int pass = 0; pass < 3; pass++) {
                        stage.window().scene().getRoot().applyCss();
                        stage.window().scene().getRoot().layout();
                    }
                    try {
                        return look.apply(stage.window().scene());
                    } finally {
                        stage.window().close();
                    }
                });
    }

    private static <T> T call(java.util.concurrent.Callable<T> work) throws Exception {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }
}
