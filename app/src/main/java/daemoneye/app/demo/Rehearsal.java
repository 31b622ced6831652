package daemoneye.app.demo;

import daemoneye.app.controls.Theme;
import daemoneye.app.demo.play.Control;
import daemoneye.app.demo.play.Director;
import daemoneye.app.demo.play.Outcome;
import daemoneye.app.demo.play.Pace;
import daemoneye.app.demo.play.Stagecraft;
import daemoneye.app.demo.scene.Hand;
import daemoneye.app.demo.tour.Walkthrough;
import daemoneye.app.demo.world.OwnWorld;
import daemoneye.app.demo.world.WorldSource;
import daemoneye.app.fx.FxThread;
import daemoneye.app.launch.WindowSize;
import daemoneye.app.launch.window.ConsoleWindow;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Plays a tour in a window that no display shows, on a fleet of its own. Not for the FX thread.
///
/// @param language of captions
public record Rehearsal(WorldSource worlds, WindowSize size, Theme theme, Locale language) {
    /// Plays it as fast as facts come true; blocks until everything has ended again.
    ///
    /// @param stage what else is shown, for the window that is played in
    /// @throws IOException with a sentence, if there can be no fleet
    public Outcome play(Walkthrough tour, Function<ConsoleWindow, Stagecraft> stage, Pace pace)
            throws IOException, InterruptedException {
        try (var world = worlds.open(tour.collectors(), tour.scripted())) {
            var window = onFx(() -> window(world));
            try {
                return director(tour, world, window, stage, pace).play();
            } finally {
                onFx(
                        () -> {
                            window.close();
                            return window;
                        });
            }
        }
    }

    private Director director(
            Walkthrough tour,
            OwnWorld world,
            ConsoleWindow window,
            Function<ConsoleWindow, Stagecraft> stage,
            Pace pace) {
        var ticker = world.backend().ticker();
        return onFx(
                () ->
                        new Director(
                                tour,
                                window.scene(),
                                new Hand(window.scene()),
                                world,
                                stage.apply(window),
                                new Control(ticker, tour.speed()),
                                pace,
                                language,
                                ticker,
                                FxThread::run));
    }

    private ConsoleWindow window(OwnWorld world) {
        return new ConsoleWindow(world.backend(), size.width(), size.height(), theme);
    }

    private static <T> T onFx(java.util.function.Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, FxThread::run).join();
    }
}
