package daemoneye.app.launch;

import daemoneye.app.backend.Backend;
import daemoneye.app.backend.BackendSource;
import daemoneye.app.backend.LateBackend;
import daemoneye.app.backend.NoBackend;
import daemoneye.app.controls.Theme;
import daemoneye.app.diagnostics.Facts;
import daemoneye.app.diagnostics.FactsGatherer;
import daemoneye.app.fx.FxThread;
import daemoneye.app.help.HelpEntry;
import daemoneye.app.launch.window.AppIcons;
import daemoneye.app.launch.window.ConsoleWindow;
import daemoneye.app.launch.window.FirstPaint;
import daemoneye.app.launch.window.WindowConnections;
import daemoneye.app.launch.window.WindowHelp;
import daemoneye.app.profile.Profile;
import daemoneye.app.profile.ProfilesViewModel;
import daemoneye.app.profile.SavedProfiles;
import daemoneye.app.settings.AppearanceViewModel;
import daemoneye.app.settings.ConsoleSettings;
import daemoneye.app.settings.LanguageChoice;
import daemoneye.app.settings.MotionChoice;
import daemoneye.app.settings.SettingsFile;
import daemoneye.app.settings.ThemeChoice;
import daemoneye.app.shell.Page;
import daemoneye.app.text.Language;
import daemoneye.app.text.Messages;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.stage.Stage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// One run of the console: a window until somebody closes it, or pictures.
public final class ConsoleRun {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleRun.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BEATS_FOR_A_TOUR = 12;

    private final ConsoleOptions options;
    private final BackendSource source;
    private final Remembered settings;
    private final PrintWriter out;
    private final Ticker ticker;
    private final ProfilesViewModel profiles;
    private final List<HelpEntry> offered = new ArrayList<>();

    /// @param temporary the connection that the command line names
    /// @param out for the person who started it
    public ConsoleRun(
            ConsoleOptions options,
            BackendSource source,
            Optional<Profile> temporary,
            SettingsFile settingsFile,
            Ticker ticker,
            PrintWriter out) {
        this.options = options;
        this.source = source;
        this.ticker = ticker;
        this.out = out;
        settings = new Remembered(settingsFile, !options.headless());
        settings.trouble().ifPresent(out::println);
        Language.use(language().language());
        var saved = SavedProfiles.read(settings.now().profiles());
        var last = settings.now().profile();
        var first = saved.stream().filter(each -> each.name().equals(last)).findFirst();
        profiles =
                new ProfilesViewModel(
                        saved, temporary, temporary.or(() -> first).orElse(saved.getFirst()));
    }

    /// One more line of the Help menu; before the window is shown.
    public void offer(HelpEntry entry) {
        offered.add(entry);
    }

    /// Shows the window and waits until it is closed and everything behind it has ended.
    ///
    /// @param toolkit done when JavaFX runs
    /// @throws CompletionException if JavaFX cannot be started
    ///
    /// @param outside what else can end the window, or bring it to the front
    public void untilClosed(CompletableFuture<Void> toolkit, Outside outside)
            throws InterruptedException {
        var profile = profiles.currentProperty().get();
        var painted = new CompletableFuture<Void>();
        var closed = new CompletableFuture<CompletableFuture<Void>>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            // What it starts wants every processor there is: first the window, then that.
            var coming =
                    painted.thenApplyAsync(_ -> firstOrWhyNot(profile, closed), workers)
                            .exceptionally(bug -> failed(profile, bug));
            var first = LateBackend.of(profile.name(), source.clientId(), coming, ticker);
            toolkit.join();
            FxThread.run(() -> show(first, workers, painted, closed, outside));
            closed.thenCompose(Function.identity()).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window ended with an error", e.getCause());
        }
    }

    // A window that can go elsewhere is of more use than a sentence on a terminal.
    private Backend firstOrWhyNot(Profile profile, Future<?> closed) {
        if (closed.isDone()) {
            return NoBackend.starting(profile.name(), ticker);
        }
        try {
            return source.open(profile);
        } catch (IOException | CompletionException e) {
            return NoBackend.failed(profile.name(), sentence(e), ticker);
        }
    }

    private Backend failed(Profile profile, Throwable bug) {
        LOG.error("The connection {} could not be opened.", profile.name(), bug);
        return NoBackend.failed(profile.name(), sentence(bug), ticker);
    }

    private static String sentence(Throwable fault) {
        var cause = fault.getCause();
        return String.valueOf(
                fault instanceof CompletionException && cause != null
                        ? cause.getMessage()
                        : fault.getMessage());
    }

    private void show(
            Backend first,
            Executor workers,
            CompletableFuture<Void> painted,
            CompletableFuture<CompletableFuture<Void>> closed,
            Outside outside) {
        var stage = new Stage();
        var window = show(stage, first);
        var connections = connections(window, first, workers);
        help(window, workers);
        outside.onSummons(() -> FxThread.run(() -> toFront(stage, window)));
        outside.onToldToEnd(() -> FxThread.run(stage::hide));
        outside.onDisplayLost(() -> closed.complete(connections.close()));
        window.open(options.page());
        LOG.info("The window is open after {}.", sinceStart());
        watchStart(stage, first, painted, window);
        stage.setOnCloseRequest(
                request -> {
                    if (!window.mayClose(stage::close)) {
                        request.consume();
                    }
                });
        stage.setOnHidden(
                hidden -> {
                    var scene = window.scene();
                    settings.change(now -> now.withSize(scene.getWidth(), scene.getHeight()));
                    window.close();
                    closed.complete(connections.close());
                });
    }

    private static void toFront(Stage stage, ConsoleWindow window) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        window.help().tell(Messages.text("instance.here"));
    }

    private void help(ConsoleWindow window, Executor workers) {
        window.help().use(new WindowHelp(() -> facts(window), ticker, workers));
        offered.forEach(window.help()::offer);
        settings.trouble().ifPresent(window.help()::tell);
        settings.tell(trouble -> FxThread.run(() -> window.help().tell(trouble)));
        if (settings.isFirst() && profiles.currentProperty().get().hostsHere()) {
            window.welcome().begin();
        }
        // From now on it is no first start, and what cannot be kept is said at once.
        workers.execute(() -> settings.change(now -> now));
    }

    private Facts facts(ConsoleWindow window) {
        var profile = profiles.currentProperty().get();
        var tokenFile = FactsGatherer.tokenFile(profile.where());
        return new FactsGatherer(ticker, System.getenv(), tokenFile)
                .gather(
                        settings.now(),
                        profile.name() + ": " + profile.where().text(),
                        Optional.of(window.snapshot()),
                        window.callFacts());
    }

    private WindowConnections connections(ConsoleWindow window, Backend first, Executor workers) {
        return new WindowConnections(
                window,
                profiles,
                first,
                source,
                ticker,
                workers,
                kept -> settings.change(now -> now.withProfiles(SavedProfiles.write(kept))),
                used -> settings.change(now -> now.withProfile(used.name())));
    }

    /// Takes the pictures that were asked for, once live data has arrived.
    ///
    /// @throws IOException if a picture cannot be written
    /// @throws TimeoutException with a sentence, if no live data arrived in 30 s
    public void pictures(Path folder) throws IOException, TimeoutException, InterruptedException {
        try (var backend = source.open(profiles.currentProperty().get())) {
            pictures(folder, backend);
        }
    }

    private void pictures(Path folder, Backend backend)
            throws IOException, TimeoutException, InterruptedException {
        var snapshot = liveData(backend, options.screenshot().isPresent() ? 2 : BEATS_FOR_A_TOUR);
        var photographer = new Photographer(backend, profiles);
        for (var order : orders(folder, snapshot)) {
            photographer.take(order);
            LOG.info("{} is written after {}.", order.file(), sinceStart());
        }
        out.println(
                options.screenshot()
                        .map(file -> "The picture is in " + file.toAbsolutePath())
                        .orElse("The pictures are in " + folder));
        out.flush();
    }

    private static FleetSnapshot liveData(Backend backend, int beats)
            throws TimeoutException, InterruptedException {
        try {
            return LiveData.arrived(backend.fleet(), beats)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new TimeoutException(
                    "No live data arrived in %d s: %s"
                            .formatted(
                                    PATIENCE.toSeconds(),
                                    LiveData.missing(backend.fleet().snapshot())));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private List<PictureOrder> orders(Path folder, FleetSnapshot snapshot) {
        if (options.screenshot().isEmpty()) {
            return PictureOrder.tour(folder, busiest(snapshot));
        }
        var select = options.page() instanceof Page.Fleet ? busiest(snapshot) : "";
        return List.of(
                new PictureOrder(
                        options.screenshot().get(), options.page(), select, theme(), size()));
    }

    /// The one with most to see.
    private static String busiest(FleetSnapshot snapshot) {
        return snapshot.collectors().stream()
                .max(Comparator.comparingDouble(view -> view.vital("events_per_second").orElse(0)))
                .map(view -> view.id().text())
                .orElse("");
    }

    private ConsoleWindow show(Stage stage, Backend backend) {
        var window =
                new ConsoleWindow(
                        backend,
                        profiles,
                        size().width(),
                        size().height(),
                        new AppearanceViewModel(
                                language(), themeChoice(), motion(), settings::change));
        stage.setTitle(Messages.text("app.title"));
        stage.setMinWidth(ConsoleSettings.LEAST_WIDTH);
        stage.setMinHeight(ConsoleSettings.LEAST_HEIGHT);
        stage.setScene(window.scene());
        AppIcons.addTo(stage);
        stage.show();
        return window;
    }

    private WindowSize size() {
        return options.size()
                .orElse(
                        new WindowSize(
                                (int) settings.now().width(), (int) settings.now().height()));
    }

    private LanguageChoice language() {
        return options.language().orElseGet(() -> LanguageChoice.of(settings.now().language()));
    }

    private ThemeChoice themeChoice() {
        return options.theme()
                .map(ThemeChoice::of)
                .orElseGet(() -> ThemeChoice.of(settings.now().theme()));
    }

    private MotionChoice motion() {
        return MotionChoice.of(settings.now().motion());
    }

    /// Of pictures: a machine without a display has no colours of its own.
    private Theme theme() {
        return themeChoice().theme().orElse(Theme.DARK);
    }

    private void watchStart(
            Stage stage, Backend first, CompletableFuture<Void> painted, ConsoleWindow window) {
        var watch = StartWatch.asAsked();
        FirstPaint.afterwards(
                () -> {
                    watch.window(ticker, out, stage::close);
                    painted.complete(null);
                });
        // Runs behind the snapshot on the FX thread.
        Runnable live =
                () ->
                        FirstPaint.afterwards(
                                () -> {
                                    LOG.info("The live fleet is painted after {}.", sinceStart());
                                    window.prepare();
                                    watch.fleet(ticker, out, stage::close);
                                });
        var _ = LiveData.arrived(first.fleet(), 1).thenRunAsync(live, FxThread::run);
    }

    /// Seconds since the process was started, by the system's record of it.
    private String sinceStart() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(began -> Duration.between(began, ticker.now()))
                .map(time -> "%.1f s".formatted(time.toMillis() / 1000.0))
                .orElse("an unknown time");
    }
}
