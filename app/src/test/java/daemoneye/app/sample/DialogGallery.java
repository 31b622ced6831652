package daemoneye.app.sample;

import daemoneye.app.backend.Backend;
import daemoneye.app.controls.Theme;
import daemoneye.app.fx.FxThread;
import daemoneye.app.fx.PngFile;
import daemoneye.app.launch.window.ConsoleWindow;
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
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Renders each dialog in each of its states, both themes, into a folder. Arguments: the folder,
/// what the name has to contain, the language (`de`). A program for those who
/// change the looks; run it with `-Dglass.platform=Headless -Dprism.order=sw`.
public final class DialogGallery {
    private static final Duration SETTLE = Duration.ofMillis(300);

    private final SystemTicker clock = new SystemTicker("gallery");
    private final Path folder;
    private final String only;

    private DialogGallery(Path folder, String only) {
        this.folder = folder;
        this.only = only;
    }

    public static void main(String[] args) throws Exception {
        Platform.startup(() -> Platform.setImplicitExit(false));
        if (args.length > 2) {
            Language.parse(args[2]).ifPresent(Language::use);
        }
        var gallery = new DialogGallery(Path.of(args[0]), args.length > 1 ? args[1] : "");
        for (var scene : DialogScenes.all()) {
            for (var theme : Theme.values()) {
                gallery.take(scene, theme);
            }
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
            FakeTicker ticker) {
        // A scene that no window shows is neither styled nor laid out by itself.
        void run(Step step) {
            layOut();
            step.on(this);
        }

        private void layOut() {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
        }

        void press(String query) {
            layOut();
            ((ButtonBase) window.scene().lookup(query)).fire();
        }

        void holdConfirm() {
            layOut();
            var button = window.scene().lookup("#ask-confirm");
            button.fireEvent(
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
            ((TableView<?>) window.scene().lookup(".table-view")).getSelectionModel().selectAll();
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
            var selection = ((TableView<?>) window.scene().lookup(query)).getSelectionModel();
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
            ((TextInputControl) window.scene().lookup(query)).setText(text);
        }
    }

    private void take(Shot shot, Theme theme) throws Exception {
        var name = shot.name() + "-" + theme.name().toLowerCase(Locale.ROOT);
        if (!name.contains(only)) {
            return;
        }
        var stage = new CompletableFuture<Stage>();
        FxThread.run(() -> stage.complete(stage(shot, theme)));
        var ready = stage.join();
        for (var step : shot.steps()) {
            settle();
            FxThread.run(() -> ready.run(step));
        }
        settle();
        // The first one lays out what has come in since; the second one shows it.
        FxThread.run(() -> ready.window().scene().snapshot(null));
        settle();
        var taken = new CompletableFuture<WritableImage>();
        FxThread.run(() -> taken.complete(ready.window().scene().snapshot(null)));
        PngFile.write(taken.join(), folder.resolve(name + ".png"));
        FxThread.run(ready.window()::close);
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
        var window = new ConsoleWindow(backend, shot.width(), shot.height(), theme);
        fleet.show(DialogScenes.FLEET);
        window.open(shot.page());
        return new Stage(window, fleet, caller, resilience, ticker);
    }
}
