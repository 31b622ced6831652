package daemoneye.app.launch;

import daemoneye.app.backend.Backend;
import daemoneye.app.controls.Theme;
import daemoneye.app.fx.FxThread;
import daemoneye.app.settings.ConsoleSettings;
import daemoneye.app.settings.SettingsFile;
import daemoneye.app.shell.Page;
import daemoneye.app.text.Messages;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import javafx.animation.AnimationTimer;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.stage.Stage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One run of the console on a backend that works: a window until somebody closes it, or pictures.
public final class ConsoleRun {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleRun.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BEATS_FOR_A_TOUR = 12;

    private final ConsoleOptions options;
    private final Backend backend;
    private final SettingsFile settingsFile;
    private final PrintWriter out;
    private volatile ConsoleSettings settings;

    /// @param out for the person who started it
    public ConsoleRun(
            ConsoleOptions options, Backend backend, SettingsFile settingsFile, PrintWriter out) {
        this.options = options;
        this.backend = backend;
        this.settingsFile = settingsFile;
        this.out = out;
        var loaded = settingsFile.load();
        settings = loaded.settings();
        loaded.trouble().ifPresent(out::println);
    }

    /// Shows the window and waits until it is closed. JavaFX must be running.
    public void untilClosed() throws InterruptedException {
        var closed = new CompletableFuture<Void>();
        FxThread.run(
                () -> {
                    var stage = new Stage();
                    var window = show(stage);
                    window.open(options.page());
                    LOG.info("The window is open after {}.", sinceStart());
                    var _ =
                            LiveData.arrived(backend.fleet(), 1)
                                    .thenRunAsync(this::tellPainted, FxThread::run);
                    stage.setOnCloseRequest(
                            request -> {
                                if (!window.mayClose(stage::close)) {
                                    request.consume();
                                }
                            });
                    stage.setOnHidden(
                            hidden -> {
                                remember(
                                        settings.withSize(
                                                window.scene().getWidth(),
                                                window.scene().getHeight()));
                                window.close();
                                closed.complete(null);
                            });
                });
        try {
            closed.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window ended with an error", e.getCause());
        }
    }

    /// Takes the pictures that were asked for, once live data has arrived.
    ///
    /// @throws IOException if a picture cannot be written
    /// @throws TimeoutException with a sentence, if no live data arrived in 30 s
    public void pictures(Path folder) throws IOException, TimeoutException, InterruptedException {
        var snapshot = liveData(options.screenshot().isPresent() ? 2 : BEATS_FOR_A_TOUR);
        var photographer = new Photographer(backend);
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

    private FleetSnapshot liveData(int beats) throws TimeoutException, InterruptedException {
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

    private ConsoleWindow show(Stage stage) {
        var window =
                new ConsoleWindow(
                        backend,
                        size().width(),
                        size().height(),
                        theme(),
                        chosen ->
                                remember(
                                        settings.withTheme(
                                                chosen.name().toLowerCase(Locale.ROOT))));
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
                .orElse(new WindowSize((int) settings.width(), (int) settings.height()));
    }

    private Theme theme() {
        return options.theme()
                .orElseGet(
                        () ->
                                switch (settings.theme()) {
                                    case "dark" -> Theme.DARK;
                                    case "light" -> Theme.LIGHT;
                                    default -> systemTheme();
                                });
    }

    private Theme systemTheme() {
        if (options.headless()) {
            return Theme.DARK;
        }
        return Platform.getPreferences().getColorScheme() == ColorScheme.LIGHT
                ? Theme.LIGHT
                : Theme.DARK;
    }

    private void remember(ConsoleSettings changed) {
        if (options.headless()) {
            return;
        }
        settings = changed;
        try {
            settingsFile.save(changed);
        } catch (IOException e) {
            LOG.warn("The settings could not be saved: {}", e.getMessage());
        }
    }

    /// Runs behind the snapshot on the FX thread; the next pulse paints it.
    private void tellPainted() {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses == 2) {
                    stop();
                    LOG.info("The live fleet is painted after {}.", sinceStart());
                }
            }
        }.start();
    }

    /// Seconds since the process was started, by the system's record of it.
    private String sinceStart() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(began -> Duration.between(began, backend.ticker().now()))
                .map(time -> "%.1f s".formatted(time.toMillis() / 1000.0))
                .orElse("an unknown time");
    }
}
