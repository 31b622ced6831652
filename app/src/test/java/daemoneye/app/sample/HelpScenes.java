package daemoneye.app.sample;

import daemoneye.app.backend.NoBackend;
import daemoneye.app.help.HelpViewModel;
import daemoneye.app.sample.DialogGallery.Shot;
import daemoneye.app.sample.DialogGallery.Stage;
import daemoneye.app.sample.DialogGallery.Step;
import daemoneye.app.shell.Page;
import daemoneye.app.text.Messages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What the console says about itself: Help, the first start, the question at the end.
final class HelpScenes {
    private static final Path FILE =
            Path.of("/home/kim/Desktop/daemoneye-diagnostics-20261123-235959.zip");

    private HelpScenes() {}

    static List<Shot> all() {
        var shots = new ArrayList<Shot>();
        shots.add(shot("about-gathering", open("help-about")));
        shots.add(shot("about", open("help-about"), stage -> stage.doors().know()));
        shots.add(shot("bundle", open("help-diagnostics")));
        shots.add(shot("bundle-writing", open("help-diagnostics"), write()));
        shots.add(
                shot(
                        "bundle-saved",
                        open("help-diagnostics"),
                        write(),
                        written("diagnostics.written", FILE, 214)));
        shots.add(
                shot(
                        "bundle-failed",
                        open("help-diagnostics"),
                        write(),
                        written("diagnostics.failed", FILE, "No space left on device")));
        shots.add(
                shot(
                        "notice",
                        stage -> stage.window().help().tell(Messages.text("instance.here"))));
        shots.addAll(welcome());
        return shots;
    }

    private static List<Shot> welcome() {
        Step nothing =
                stage -> {
                    stage.window().welcome().begin();
                    stage.fleet()
                            .show(NoBackend.starting("here", stage.ticker()).fleet().snapshot());
                };
        return List.of(
                shot("welcome-begin", nothing),
                shot(
                        "welcome-on-the-way",
                        nothing,
                        stage -> stage.fleet().show(ShellGallery.everyState())),
                shot(
                        "welcome-ready",
                        stage -> stage.window().welcome().begin(),
                        stage -> stage.fleet().show(DialogScenes.FLEET)));
    }

    private static Shot shot(String name, Step... steps) {
        var all = new ArrayList<Step>();
        all.add(stage -> help(stage).use(stage.doors()));
        all.addAll(List.of(steps));
        return new Shot(name, 1024, 700, new Page.Fleet(), all);
    }

    private static HelpViewModel help(Stage stage) {
        return stage.window().help();
    }

    private static Step open(String entry) {
        return stage ->
                help(stage).entries().stream()
                        .filter(each -> each.id().equals(entry))
                        .forEach(each -> each.onPress().run());
    }

    private static Step write() {
        return stage -> help(stage).write(FILE);
    }

    private static Step written(String key, Object... words) {
        return stage -> stage.doors().written(!key.endsWith("failed"), Messages.text(key, words));
    }
}
