package daemoneye.app.launch.window;

import daemoneye.app.audit.AuditViewModel;
import daemoneye.app.backend.Backend;
import daemoneye.app.backend.CalmFleet;
import daemoneye.app.calls.OperationState;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.controls.Presence;
import daemoneye.app.controls.Theme;
import daemoneye.app.dashboard.FleetViewModel;
import daemoneye.app.detail.DetailViewModel;
import daemoneye.app.diagnostics.CallFact;
import daemoneye.app.fx.FxThread;
import daemoneye.app.guard.Protection;
import daemoneye.app.help.HelpViewModel;
import daemoneye.app.profile.Hue;
import daemoneye.app.profile.Profile;
import daemoneye.app.profile.ProfilesViewModel;
import daemoneye.app.profile.Where;
import daemoneye.app.settings.AppearanceViewModel;
import daemoneye.app.shell.Acting;
import daemoneye.app.shell.Page;
import daemoneye.app.shell.ShellView;
import daemoneye.app.shell.ShellViewModel;
import daemoneye.app.shell.ThemeSwitch;
import daemoneye.app.text.Language;
import daemoneye.app.welcome.WelcomeViewModel;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.util.Subscription;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The window's scene on a backend: view models, views, theme, and the stream of snapshots between
/// them. FX thread.
public final class ConsoleWindow implements AutoCloseable {
    private final ProfilesViewModel profiles;
    private final Scene scene;
    private final AppearanceViewModel appearance;
    private final ThemeSwitch themes;
    private final Subscription following;
    private final HelpViewModel help = new HelpViewModel();
    private final WelcomeViewModel welcome = new WelcomeViewModel();
    private final Presence presence = new Presence();
    private Backend backend;
    private Shell shell;
    private UnaryOperator<Parent> frame = inner -> inner;

    /// On one backend that nobody can leave, in the language that is spoken already.
    public ConsoleWindow(Backend backend, double width, double height, Theme theme) {
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
                AppearanceViewModel.fixed(theme));
    }

    /// @param profiles the connections a person can choose from
    /// @param appearance the language is spoken from the next choice on; the caller sees to the
    ///     first one
    public ConsoleWindow(
            Backend backend,
            ProfilesViewModel profiles,
            double width,
            double height,
            AppearanceViewModel appearance) {
        this.profiles = profiles;
        this.appearance = appearance;
        this.backend = backend;
        shell = begin();
        scene = new Scene(shell.view().root(), width, height);
        presence.watch(scene);
        themes = new ThemeSwitch(scene, appearance);
        following = appearance.languageProperty().subscribe((_, _) -> speak());
    }

    /// What stands in the scene for one backend.
    private record Shell(ShellViewModel model, ShellView view, Runnable stop) {}

    private Shell begin() {
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
        var audit =
                new AuditViewModel(
                        operations.calls(),
                        backend.auditBell(),
                        backend.ticker(),
                        FxThread::run,
                        Thread::startVirtualThread);
        var model =
                new ShellViewModel(
                        new FleetViewModel(),
                        new DetailViewModel(backend.fleet(), operations, FxThread::run),
                        operations,
                        audit,
                        acting);
        model.detail().useLock(() -> profiles.currentProperty().get().isLocked());
        var view = new ShellView(model, profiles, appearance, help, welcome, this::useTheme);
        Consumer<FleetSnapshot> show =
                snapshot -> {
                    timePassed(snapshot.takenNanos());
                    model.show(snapshot);
                    welcome.show(snapshot);
                    if (appearance.languageWaitsProperty().get()) {
                        speak();
                    }
                };
        var stopWatching =
                new CalmFleet(backend.fleet(), presence::paceNanos)
                        .watch(FxThread.newestOnly(show));
        return new Shell(
                model,
                view,
                () -> {
                    stopListening.run();
                    stopWatching.run();
                    audit.stop();
                    view.leave();
                    acting.leave();
                });
    }

    /// Shows another backend in place of this one. What was open here is closed, and what waited
    /// to be sent is dropped.
    public void use(Backend next) {
        var page = shell.model().pageProperty().get();
        shell.stop().run();
        backend = next;
        shell = begin();
        if (!(page instanceof Page.Collector)) {
            open(page);
        }
        scene.setRoot(frame.apply(shell.view().root()));
    }

    // What is under way has words in its dialogs and steps that cannot be said again; so it is
    // finished in the language it was begun in.
    private void speak() {
        var wanted = appearance.languageProperty().get().language();
        boolean change = wanted != Language.current();
        boolean free = shell.model().isAtRest() && !shell.view().isAsking();
        appearance.languageWaits(change && !free);
        if (change && free) {
            Language.use(wanted);
            anew();
        }
    }

    /// The same place on the same backend, made anew; ended calls stay listed.
    private void anew() {
        var before = shell.model();
        shell.stop().run();
        shell = begin();
        var after = shell.model();
        after.operations().takeOver(before.operations());
        after.fleet().searchProperty().set(before.fleet().searchProperty().get());
        after.audit().searchProperty().set(before.audit().searchProperty().get());
        after.fleet().selectedProperty().set(before.fleet().selectedProperty().get());
        open(before.pageProperty().get());
        var focused = Optional.ofNullable(scene.getFocusOwner()).map(Node::getId);
        scene.setRoot(frame.apply(shell.view().root()));
        // What scrolls has no content that could be found before its first pass of styles.
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        focused.map(id -> scene.lookup("#" + id)).ifPresent(Node::requestFocus);
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

    /// Stands in something larger from now on, whatever backend it shows.
    ///
    /// @param around given what the window shows, makes the root of the scene
    public void frame(UnaryOperator<Parent> around) {
        frame = around;
        // What is the root of a scene cannot stand in anything.
        scene.setRoot(new Group());
        scene.setRoot(frame.apply(shell.view().root()));
    }

    public Scene scene() {
        return scene;
    }

    /// The Help menu, which others add to, and what the console says about itself.
    public HelpViewModel help() {
        return help;
    }

    /// The welcome of a first start.
    public WelcomeViewModel welcome() {
        return welcome;
    }

    /// What is shown at this moment.
    public FleetSnapshot snapshot() {
        return backend.fleet().snapshot();
    }

    /// What was asked for here, as far as it counts for figures.
    public List<CallFact> callFacts() {
        return shell.model().operations().all().stream().map(CallFact::of).toList();
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

    /// Makes what the first picture did not need.
    public void prepare() {
        shell.view().prepare();
    }

    /// No more snapshots and events reach the window.
    @Override
    public void close() {
        shell.stop().run();
        following.unsubscribe();
        themes.stop();
    }
}
