package daemoneye.app.demo;

import daemoneye.app.demo.tour.Walkthrough;
import daemoneye.app.demo.view.DemoWindow;
import daemoneye.app.demo.world.WorldSource;
import daemoneye.app.fx.FxThread;
import daemoneye.app.launch.AppIcons;
import daemoneye.app.launch.WindowSize;
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

/// A window of its own for walkthroughs, beside whatever else is open.
///
/// @param appearance made for each window, on the FX thread
/// @param workers may block
public record DemoStage(
        WorldSource worlds,
        WindowSize size,
        Supplier<AppearanceViewModel> appearance,
        Ticker ticker,
        Executor workers) {
    /// Opens it. Any thread.
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
        var window = new DemoWindow(worlds, Tours.all(), size, appearance.get(), ticker, workers);
        var stage = new Stage();
        stage.setTitle(Messages.text("demo.title"));
        stage.setMinWidth(ConsoleSettings.LEAST_WIDTH);
        stage.setMinHeight(ConsoleSettings.LEAST_HEIGHT);
        stage.setScene(window.scene());
        AppIcons.addTo(stage);
        stage.setOnHidden(_ -> closed.complete(window.close()));
        stage.show();
        first.ifPresentOrElse(window::play, window::showTours);
    }
}
