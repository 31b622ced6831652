package daemoneye.app.launch;

import daemoneye.app.backend.Backend;
import daemoneye.app.calls.OperationState;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.controls.Theme;
import daemoneye.app.dashboard.FleetViewModel;
import daemoneye.app.detail.DetailViewModel;
import daemoneye.app.fx.FxThread;
import daemoneye.app.guard.Protection;
import daemoneye.app.shell.Acting;
import daemoneye.app.shell.Page;
import daemoneye.app.shell.ShellView;
import daemoneye.app.shell.ShellViewModel;
import daemoneye.app.shell.ThemeSwitch;

import javafx.scene.Scene;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The window's scene on a backend: view models, views, theme, and the stream of snapshots between
/// them. FX thread.
public final class ConsoleWindow implements AutoCloseable {
    private final ShellViewModel model;
    private final ThemeSwitch themes;
    private final Scene scene;
    private final Runnable stopWatching;
    private final Runnable stopListening;

    /// @param onTheme told when a person switches the theme
    public ConsoleWindow(
            Backend backend, double width, double height, Theme theme, Consumer<Theme> onTheme) {
        var operations =
                new OperationsViewModel(
                        backend.caller(), backend.clientId(), backend.ticker(), FxThread::run);
        stopListening = operations.follow(backend.resilience());
        var detail = new DetailViewModel(backend.fleet(), operations, FxThread::run);
        var acting =
                Acting.on(
                        backend.fleet(),
                        operations,
                        () -> Protection.OPEN,
                        backend.hostedAgent(),
                        backend.ticker(),
                        FxThread::run);
        model =
                new ShellViewModel(
                        backend.profile(), new FleetViewModel(), detail, operations, acting);
        var view = new ShellView(model, this::toggleTheme);
        scene = new Scene(view.root(), width, height);
        themes = new ThemeSwitch(scene, theme, onTheme);
        stopWatching = backend.fleet().watch(FxThread.newestOnly(model::show));
    }

    private void toggleTheme() {
        themes.toggle();
    }

    public Scene scene() {
        return scene;
    }

    /// Whether the window may close at once; otherwise it asks, and `quit` runs if the person means
    /// it.
    public boolean mayClose(Runnable quit) {
        return model.acting().quit().mayQuit(quit);
    }

    /// Goes to a page.
    public void open(Page page) {
        model.pageProperty().set(page);
    }

    /// Opens the pane of a collector beside the fleet table; empty text closes it.
    public void select(String collector) {
        model.fleet().selectedProperty().set(Optional.of(collector).filter(id -> !id.isEmpty()));
    }

    /// How the operations that were begun here stand, newest first.
    public List<OperationState> operationStates() {
        return model.operations().all().stream().map(each -> each.stateProperty().get()).toList();
    }

    public ThemeSwitch themes() {
        return themes;
    }

    /// No more snapshots and events reach the window.
    @Override
    public void close() {
        stopListening.run();
        stopWatching.run();
    }
}
