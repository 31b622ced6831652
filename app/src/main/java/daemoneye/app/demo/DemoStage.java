package daemoneye.app.demo;

import daemoneye.app.demo.tour.Walkthrough;
import daemoneye.app.demo.view.DemoWindow;
import daemoneye.app.demo.world.WorldSource;
import daemoneye.app.fx.FxThread;
import daemoneye.app.launch.WindowSize;
import daemoneye.app.launch.window.AppIcons;
import daemoneye.app.settings.AppearanceViewModel;
import daemoneye.app.settings.ConsoleSettings;
import daemoneye.app.text.Messages;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.stage.Stage;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/// The one window for walkthroughs, beside whatever else is open. Safe from any thread.
public final class DemoStage {
    private final WorldSource worlds;
    private final WindowSize size;
    private final Supplier<AppearanceViewModel> appearance;
    private final Ticker ticker;
    private final Executor workers;
    private Optional<Stage> shown = Optional.empty();
    private CompletableFuture<Void> ended = CompletableFuture.completedFuture(null);

    /// @param appearance made for each window, on the FX thread
    /// @param workers may block
    public DemoStage(
            WorldSource worlds,
            WindowSize size,
            Supplier<AppearanceViewModel> appearance,
            Ticker ticker,
            Executor workers) {
        this.worlds = worlds;
        this.size = size;
        this.appearance = appearance;
        this.ticker = ticker;
        this.workers = workers;
    }

    /// Opens it, or shows the one that is open.
    ///
    /// @param first the tour to begin with; without one a person chooses from a list
    /// @return done when the window has been closed and nothing runs any more
    public CompletableFuture<Void> open(Optional<Walkthrough> first) {
        var closed = new CompletableFuture<CompletableFuture<Void>>();
        FxThread.run(() -> show(first, closed));
        return closed.thenCompose(Function.identity());
    }

    private void show(
            Optional<Walkthrough> first, CompletableFuture<CompletableFuture<Void>> closed) {
        if (shown.isPresent()) {
            shown.get().toFront();
            closed.complete(ended);
            return;
        }
        var window = new DemoWindow(worlds, Tours.all(), size, appearance.get(), ticker, workers);
        var stage = new Stage();
        shown = Optional.of(stage);
        stage.setTitle(Messages.text("demo.title"));
        stage.setMinWidth(ConsoleSettings.LEAST_WIDTH);
        stage.setMinHeight(ConsoleSettings.LEAST_HEIGHT);
        stage.setScene(window.scene());
        AppIcons.addTo(stage);
        stage.setOnHidden(
                _ -> {
                    shown = Optional.empty();
                    ended = window.close();
                    closed.complete(ended);
                });
        stage.show();
        first.ifPresentOrElse(
                window::play,
                () -> {
                    window.prepare();
                    window.showTours();
                });
    }

    /// Closes the window if it is open, and waits until nothing of it runs any more. Not for the FX
    /// thread.
    public void close() {
        CompletableFuture.runAsync(() -> shown.ifPresent(Stage::hide), FxThread::run)
                .thenComposeAsync(_ -> ended, FxThread::run)
                .join();
    }
}
