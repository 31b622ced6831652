package daemoneye.app.sample;

import static daemoneye.app.sample.DialogScenes.press;
import static daemoneye.app.sample.DialogScenes.write;

import daemoneye.app.sample.DialogGallery.Shot;
import daemoneye.app.sample.DialogGallery.Step;
import daemoneye.app.shell.Page;

import javafx.event.Event;
import javafx.scene.input.KeyEvent;

import java.util.ArrayList;
import java.util.List;

/// The states of the command line that the gallery shows.
final class PaletteScenes {
    private static final String LINE = "#palette-line";

    private PaletteScenes() {}

    static List<Shot> all() {
        var shots = new ArrayList<Shot>();
        for (var size : List.of(1440, 1024)) {
            shots.add(shot("palette-empty-" + size, size, press("#commands")));
            shots.add(
                    shot(
                            "palette-targets-" + size,
                            size,
                            press("#commands"),
                            write(LINE, "restart type:process host:web-")));
            shots.add(shot("palette-keys-" + size, size, sheet()));
        }
        shots.add(
                shot(
                        "palette-wide",
                        1024,
                        press("#commands"),
                        write(LINE, "shutdown all state:healthy")));
        shots.add(
                shot(
                        "palette-wrong",
                        1024,
                        press("#commands"),
                        write(LINE, "resart procmond-web-01")));
        return shots;
    }

    private static Shot shot(String name, int width, Step... steps) {
        return new Shot(name, width, width == 1440 ? 900 : 700, new Page.Fleet(), List.of(steps));
    }

    private static Step sheet() {
        return stage ->
                Event.fireEvent(
                        stage.window().scene().getRoot(),
                        new KeyEvent(
                                KeyEvent.KEY_TYPED,
                                "?",
                                "",
                                javafx.scene.input.KeyCode.UNDEFINED,
                                true,
                                false,
                                false,
                                false));
    }
}
