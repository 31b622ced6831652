package daemoneye.app.profile;

import daemoneye.app.backend.Backend;
import daemoneye.app.controls.Theme;
import daemoneye.app.fx.FxThread;
import daemoneye.app.fx.PngFile;
import daemoneye.app.guard.Protection;
import daemoneye.app.launch.window.ConsoleWindow;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.ScriptedCaller;
import daemoneye.app.settings.AppearanceViewModel;
import daemoneye.rpc.client.call.resilience.Resilience;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.protocol.time.SystemTicker;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// Renders frame, menu and dialog of profiles into a folder, both themes, two sizes. A program for
/// those who change the looks; run it with `-Dglass.platform=Headless -Dprism.order=sw`.
public final class ProfileScenes {
    private static final Duration SETTLE = Duration.ofMillis(400);
    private static final List<Profile> PROFILES =
            List.of(
                    Profile.here(),
                    new Profile(
                            "Production Frankfurt",
                            new Where.Tcp(
                                    "broker.fra.example.org",
                                    7447,
                                    Optional.of(Path.of("/home/kim/.config/daemoneye/fra.token")),
                                    Optional.of(Role.OPERATOR)),
                            Hue.RED,
                            Protection.PROTECTED),
                    new Profile(
                            "Staging",
                            new Where.Tcp("10.0.4.7", 7447, Optional.empty(), Optional.empty()),
                            Hue.AMBER,
                            Protection.OPEN),
                    new Profile(
                            "Audit desk",
                            new Where.Unix(Path.of("/run/daemoneye/broker.sock")),
                            Hue.VIOLET,
                            Protection.READ_ONLY));
    private static final List<CollectorView> FLEET =
            List.of(
                    SampleFleet.healthy("netmond-02", "network-monitor", "web-02", "network"),
                    SampleFleet.healthy("procmond-01", "process-monitor", "web-01", "process"));

    private final SystemTicker ticker = new SystemTicker("gallery");
    private final Path folder;

    private ProfileScenes(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Platform.startup(() -> Platform.setImplicitExit(false));
        var gallery = new ProfileScenes(Path.of(args[0]));
        for (var theme : Theme.values()) {
            gallery.take("frame", theme, 1440, 1, _ -> {});
            gallery.take("frame-locked", theme, 1024, 3, _ -> {});
            gallery.take("cut-off", theme, 1024, 2, _ -> {});
            gallery.take("dialog-tcp", theme, 1024, 1, press("#profile-test"));
            gallery.take("dialog-unix", theme, 1440, 3, press("#profile-test"));
            gallery.take("dialog-here", theme, 1440, 0, press("#profile-delete"));
            gallery.take("dialog-new", theme, 1024, 0, press("#profile-add"));
            gallery.menu(theme);
        }
        Platform.exit();
        gallery.ticker.close();
    }

    private static Consumer<Scene> press(String query) {
        return scene -> ((ButtonBase) scene.lookup(query)).fire();
    }

    private ConsoleWindow window(Theme theme, int width, ProfilesViewModel profiles, boolean cut) {
        var fleet = new SampleFleet();
        var backend =
                new Backend(
                        "sample",
                        "console@test",
                        new ScriptedCaller(),
                        Resilience.NONE,
                        fleet,
                        ticker,
                        () -> {});
        profiles.use(new Answers());
        var window =
                new ConsoleWindow(
                        backend,
                        profiles,
                        width,
                        width == 1024 ? 700 : 900,
                        AppearanceViewModel.fixed(theme));
        fleet.show(cut ? SampleFleet.cutOff(FLEET) : SampleFleet.connected(true, FLEET));
        return window;
    }

    private void take(String name, Theme theme, int width, int at, Consumer<Scene> step)
            throws Exception {
        var profiles = new ProfilesViewModel(PROFILES, Optional.empty(), PROFILES.get(at));
        var made = new CompletableFuture<ConsoleWindow>();
        FxThread.run(() -> made.complete(window(theme, width, profiles, name.equals("cut-off"))));
        var window = made.join();
        settle();
        if (name.startsWith("dialog")) {
            FxThread.run(profiles::manage);
            settle();
        }
        FxThread.run(() -> step.accept(window.scene()));
        settle();
        FxThread.run(() -> window.scene().snapshot(null));
        settle();
        var taken = new CompletableFuture<WritableImage>();
        FxThread.run(() -> taken.complete(window.scene().snapshot(null)));
        write(name, theme, taken.join());
    }

    private void menu(Theme theme) throws Exception {
        var profiles = new ProfilesViewModel(PROFILES, Optional.empty(), PROFILES.get(1));
        var shown = new CompletableFuture<MenuButton>();
        FxThread.run(
                () -> {
                    var stage = new Stage();
                    stage.setScene(window(theme, 1024, profiles, false).scene());
                    stage.show();
                    var menu = (MenuButton) stage.getScene().lookup("#profile-menu");
                    menu.show();
                    shown.complete(menu);
                });
        var menu = shown.join();
        settle();
        var taken = new CompletableFuture<WritableImage>();
        FxThread.run(
                () -> {
                    var popup = menu.getItems().getFirst().getParentPopup();
                    taken.complete(popup.getScene().snapshot(null));
                    popup.hide();
                    menu.getScene().getWindow().hide();
                });
        write("menu", theme, taken.join());
    }

    private void write(String name, Theme theme, WritableImage image) throws Exception {
        PngFile.write(
                image, folder.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
    }

    private void settle() {
        var settled = new CompletableFuture<Boolean>();
        ticker.after(SETTLE, () -> settled.complete(true));
        settled.join();
    }

    /// One answer of each kind.
    private static final class Answers implements ProfileDoors {
        @Override
        public void connect(Profile profile) {}

        @Override
        public void giveUp() {}

        @Override
        public Runnable countSeconds(LongConsumer onSecond) {
            return () -> {};
        }

        @Override
        public CompletionStage<TestResult> test(Profile profile, CompletionStage<Void> givenUp) {
            return CompletableFuture.completedFuture(
                    profile.where() instanceof Where.Unix
                            ? new TestResult(
                                    true,
                                    "Reached unix:/run/daemoneye/broker.sock, let in as viewer,"
                                            + " 4.1 ms.")
                            : new TestResult(
                                    false,
                                    "the broker does not know the token kim: ask its owner to add"
                                            + " it"));
        }

        @Override
        public void remember(List<Profile> profiles) {}
    }
}
