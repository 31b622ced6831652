package daemoneye.app.launch;

import daemoneye.app.backend.Backend;
import daemoneye.app.calls.OperationState;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.controls.Presence;
import daemoneye.app.controls.Theme;
import daemoneye.app.dashboard.FleetViewModel;
import daemoneye.app.detail.DetailViewModel;
import daemoneye.app.fx.FxThread;
import daemoneye.app.guard.Protection;
import daemoneye.app.guard.WaitingCall;
import daemoneye.app.profile.Hue;
import daemoneye.app.profile.Profile;
import daemoneye.app.profile.ProfilesViewModel;
import daemoneye.app.profile.Where;
import daemoneye.app.shell.Acting;
import daemoneye.app.shell.Page;
import daemoneye.app.shell.ShellView;
import daemoneye.app.shell.ShellViewModel;
import daemoneye.app.shell.ThemeSwitch;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import javafx.scene.Scene;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// The window's scene on a backend: view models, views, theme, and the stream of snapshots between
/// them. FX thread.
public final class ConsoleWindow implements AutoCloseable {
    private final ProfilesViewModel profiles;
    private final Scene scene;
    private final ThemeSwitch themes;
    private final Presence presence;
    private Shell shell;

    /// On one backend that nobody can leave.
    ///
    /// @param onTheme told when a person switches the theme
    public ConsoleWindow(
            Backend backend, double width, double height, Theme theme, Consumer<Theme> onTheme) {
        this(
                backend,
                ProfilesViewModel.only(
                        new Profile(
                                backend.profile(),
                                new Where.Embedded(),
                                Hue.BLUE,
                                Protection.OPEN)),
                width,
                height,
                theme,
                onTheme);
    }

    /// @param profiles the connections a person can choose from
    /// @param onTheme told when a person switches the theme
    public ConsoleWindow(
            Backend backend,
            ProfilesViewModel profiles,
            double width,
            double height,
            Theme theme,
            Consumer<Theme> onTheme) {
        this.profiles = profiles;
        shell = begin(backend, profiles, this::useTheme, this::timePassed);
        scene = new Scene(shell.view().root(), width, height);
        presence = Presence.in(scene);
        themes = new ThemeSwitch(scene, theme, onTheme);
    }

    /// What stands in the scene for one backend.
    private record Shell(ShellViewModel model, ShellView view, Runnable stop) {}

    private static Shell begin(
            Backend backend,
            ProfilesViewModel profiles,
            Consumer<Optional<Theme>> onTheme,
            LongConsumer onTime) {
        var operations =
                new OperationsViewModel(
                        backend.caller(), backend.clientId(), backend.ticker(), FxThread::run);
        var stopListening = operations.follow(backend.resilience());
        var acting =
                Acting.on(
                        backend.fleet(),
                        operations,
                        () -> profiles.currentProperty().get().protection(),
                        backend.hostedAgent(),
                        backend.ticker(),
                        FxThread::run);
        var model =
                new ShellViewModel(
                        new FleetViewModel(),
                        new DetailViewModel(backend.fleet(), operations, FxThread::run),
                        operations,
                        acting);
        var view = new ShellView(model, profiles, onTheme);
        Consumer<FleetSnapshot> show =
                snapshot -> {
                    onTime.accept(snapshot.takenNanos());
                    model.show(snapshot);
                };
        var stopWatching = backend.fleet().watch(FxThread.newestOnly(show));
        return new Shell(
                model,
                view,
                () -> {
                    stopListening.run();
                    stopWatching.run();
                    view.leave();
                    // Nothing that waits here may be sent from a window that has gone elsewhere.
                    List.copyOf(acting.guard().waiting()).forEach(WaitingCall::cancel);
                });
    }

    /// Shows another backend in place of this one. What was open here is closed, and what waited
    /// to be sent is dropped.
    public void use(Backend next) {
        boolean calls = shell.model().pageProperty().get() instanceof Page.Calls;
        shell.stop().run();
        shell = begin(next, profiles, this::useTheme, this::timePassed);
        if (calls) {
            open(new Page.Calls());
        }
        scene.setRoot(shell.view().root());
    }

    /// Whether the window may leave its connection at once; otherwise it asks, and `go` runs if the
    /// person means it.
    ///
    /// @param profile where to
    public boolean maySwitch(String profile, Runnable go) {
        return shell.model().acting().quit().maySwitch(profile, go);
    }

    private void timePassed(long nanos) {
        presence.tick(nanos);
    }

    private void useTheme(Optional<Theme> chosen) {
        chosen.ifPresentOrElse(themes::choose, themes::toggle);
    }

    public Scene scene() {
        return scene;
    }

    /// Whether the window may close at once; otherwise it asks, and `quit` runs if the person means
    /// it.
    public boolean mayClose(Runnable quit) {
        return shell.model().acting().quit().mayQuit(quit);
    }

    /// Goes to a page.
    public void open(Page page) {
        shell.model().pageProperty().set(page);
    }

    /// Opens the pane of a collector beside the fleet table; empty text closes it.
    public void select(String collector) {
        shell.model()
                .fleet()
                .selectedProperty()
                .set(Optional.of(collector).filter(id -> !id.isEmpty()));
    }

    /// How the operations that were begun here stand, newest first.
    public List<OperationState> operationStates() {
        return shell.model().operations().all().stream()
                .map(each -> each.stateProperty().get())
                .toList();
    }

    public ThemeSwitch themes() {
        return themes;
    }

    /// No more snapshots and events reach the window.
    @Override
    public void close() {
        shell.stop().run();
    }
}
