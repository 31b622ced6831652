package daemoneye.app.sample;

import daemoneye.app.backend.Backend;
import daemoneye.app.controls.Theme;
import daemoneye.app.fx.FxThread;
import daemoneye.app.fx.PngFile;
import daemoneye.app.launch.WindowSize;
import daemoneye.app.launch.window.ConsoleWindow;
import daemoneye.app.profile.ProfilesViewModel;
import daemoneye.app.settings.AppearanceViewModel;
import daemoneye.app.shell.Page;
import daemoneye.app.text.Language;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.time.SystemTicker;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Renders each page and each dialog in each of its states, both themes, into a folder. Arguments:
/// the folder, what the name has to match (`-dark` at its end for one theme), the language (`de`),
/// one size for all (`1024x700`). A program for those who change the looks; run it with
/// `-Dglass.platform=Headless -Dprism.order=sw`.
public final class DialogGallery {
    private static final Duration SETTLE = Duration.ofMillis(80);

    private final SystemTicker clock = new SystemTicker("gallery");
    private final Path folder;
    private final Predicate<String> only;

    private DialogGallery(Path folder, String only) {
        this.folder = folder;
        this.only = Pattern.compile(only).asPredicate();
    }

    public static void main(String[] args) throws Exception {
        Platform.startup(() -> Platform.setImplicitExit(false));
        if (args.length > 2) {
            Language.parse(args[2]).ifPresent(Language::use);
        }
        var gallery = new DialogGallery(Path.of(args[0]), args.length > 1 ? args[1] : "");
        for (var shot : DialogScenes.all()) {
            gallery.take(args.length > 3 ? sized(shot, WindowSize.parse(args[3])) : shot);
        }
        Platform.exit();
        gallery.clock.close();
    }

    /// One picture: how the window comes to stand so.
    record Shot(String name, int width, int height, Page page, List<Step> steps) {}

    /// Something that happens to the window, on the FX thread.
    @FunctionalInterface
    interface Step {
        void on(Stage stage);
    }

    /// What a shot can do to its window, each step on the FX thread.
    record Stage(
            ConsoleWindow window,
            SampleFleet fleet,
            ScriptedCaller caller,
            ScriptedResilience resilience,
            FakeTicker ticker,
            ProfilesViewModel profiles,
            ScriptedDoors doors) {
        // A scene that no window shows is neither styled nor laid out by itself.
        private Node node(String query) {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return window.scene().lookup(query);
        }

        void press(String query) {
            ((ButtonBase) node(query)).fire();
        }

        void holdConfirm() {
            node("#ask-confirm")
                    .fireEvent(
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    KeyCode.SPACE,
                                    false,
                                    false,
                                    false,
                                    false));
        }

        void chooseAll() {
            ((TableView<?>) node(".table-view")).getSelectionModel().selectAll();
        }

        void say(int call, String step) {
            report(call, SampleReports.of("step", step));
        }

        void report(int call, GenericPayload payload) {
            caller.asked()
                    .get(call)
                    .onProgress()
                    .accept(answer(call, RpcStatus.IN_PROGRESS, payload));
        }

        void succeed(int call, GenericPayload payload) {
            caller.asked()
                    .get(call)
                    .outcome()
                    .complete(
                            new CallOutcome.Done(
                                    answer(call, RpcStatus.SUCCESS, payload),
                                    Duration.ofMillis(840)));
        }

        /// Once the window has asked that much: a call may follow from what was just shown.
        void succeedLater(int call, GenericPayload payload) {
            if (caller.asked().size() > call) {
                succeed(call, payload);
            } else {
                FxThread.run(() -> succeedLater(call, payload));
            }
        }

        void choose(String query, int... rows) {
            var selection = ((TableView<?>) node(query)).getSelectionModel();
            selection.selectIndices(rows[0], rows);
        }

        void fail(int call, RpcError error) {
            caller.asked()
                    .get(call)
                    .outcome()
                    .complete(
                            new CallOutcome.Failed(RpcStatus.ERROR, error, Duration.ofMillis(12)));
        }

        private RpcResponse answer(int call, RpcStatus status, GenericPayload payload) {
            return new RpcResponse(
                    caller.asked().get(call).request().requestId(),
                    "agent-web",
                    status,
                    Optional.of(payload),
                    1,
                    0,
                    ticker.now(),
                    Optional.empty());
        }

        void write(String query, String text) {
            ((TextInputControl) node(query)).setText(text);
        }
    }

    private static Shot sized(Shot shot, WindowSize size) {
        return new Shot(shot.name(), size.width(), size.height(), shot.page(), shot.steps());
    }

    private void take(Shot shot) throws Exception {
        var themes =
                Arrays.stream(Theme.values())
                        .filter(theme -> only.test(name(shot, theme)))
                        .toList();
        if (themes.isEmpty()) {
            return;
        }
        var stage = onFx(() -> stage(shot, themes.getFirst()));
        for (var step : shot.steps()) {
            settle();
            FxThread.run(() -> step.on(stage));
        }
        for (var theme : themes) {
            FxThread.run(() -> stage.window().themes().choose(theme));
            settle();
            // The first one lays out what has come in since; the second one shows it.
            onFx(() -> stage.window().scene().snapshot(null));
            settle();
            PngFile.write(
                    onFx(() -> stage.window().scene().snapshot(null)),
                    folder.resolve(name(shot, theme) + ".png"));
        }
        FxThread.run(stage.window()::close);
    }

    private static String name(Shot shot, Theme theme) {
        return shot.name() + "-" + theme.name().toLowerCase(Locale.ROOT);
    }

    private static <T> T onFx(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, FxThread::run).join();
    }

    private void settle() {
        var settled = new CompletableFuture<Boolean>();
        clock.after(SETTLE, () -> FxThread.run(() -> settled.complete(true)));
        settled.join();
    }

    static Stage stage(Shot shot, Theme theme) {
        var fleet = new SampleFleet();
        var resilience = new ScriptedResilience();
        var caller = new ScriptedCaller();
        var ticker = new FakeTicker();
        var backend =
                new Backend(
                                "this machine",
                                "console@test",
                                caller,
                                resilience,
                                fleet,
                                ticker,
                                () -> {})
                        .hosting("agent-web");
        var doors = new ScriptedDoors();
        var profiles =
                new ProfilesViewModel(
                        ConnectionScenes.PROFILES,
                        Optional.empty(),
                        ConnectionScenes.PROFILES.getFirst());
        profiles.use(doors);
        var window =
                new ConsoleWindow(
                        backend,
                        profiles,
                        shot.width(),
                        shot.height(),
                        AppearanceViewModel.fixed(theme));
        fleet.show(DialogScenes.FLEET);
        window.open(shot.page());
        return new Stage(window, fleet, caller, resilience, ticker, profiles, doors);
    }
}
