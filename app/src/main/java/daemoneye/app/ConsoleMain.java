package daemoneye.app;

import daemoneye.app.diagnostics.RecentLog;
import daemoneye.app.help.HelpEntry;
import daemoneye.app.instance.Claim;
import daemoneye.app.instance.FirstWindow;
import daemoneye.app.launch.ConsoleOptions;
import daemoneye.app.launch.ConsoleRun;
import daemoneye.app.launch.display.Display;
import daemoneye.app.launch.display.DisplayCheck;
import daemoneye.app.launch.display.DisplayLoss;
import daemoneye.app.launch.display.SystemFonts;
import daemoneye.app.settings.SettingsFile;
import daemoneye.app.text.Messages;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.client.place.Places;
import daemoneye.rpc.protocol.time.SystemTicker;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

/// From the options of the command to a window or to pictures, and to an exit code.
final class ConsoleMain {
    private ConsoleMain() {}

    /// Blocks until the window is closed or the pictures are taken.
    ///
    /// @return an exit code
    /// @throws IllegalArgumentException with a sentence, if an option makes no sense
    static int run(ConsoleWords words, PrintWriter out, PrintWriter err)
            throws InterruptedException {
        RecentLog.keep();
        var missing = missing(words);
        var options = words.meant(missing.isEmpty());
        if (options.headless()) {
            Display.doWithout();
            missing.filter(_ -> !words.isHeadless())
                    .ifPresent(why -> say(out, why + " Rendering into memory, pictures follow."));
        }
        if (isLinux()) {
            SystemFonts.ensure(System.getenv());
        }
        var places = Places.ofThisUser();
        var loss =
                new DisplayLoss(
                        ExitCode.FAILED.number(), () -> say(err, Messages.text("display.lost")));
        if (options.headless() || words.newWindow()) {
            return start(options, places, new OneWindow(Optional.empty(), loss), out, err);
        }
        return switch (FirstWindow.claim(places.runtime())) {
            case Claim.First(var first) -> {
                try (first;
                        var _ = Ending.of("end-of-calls", first::fallSilent)) {
                    var window = new OneWindow(Optional.of(first), loss);
                    yield start(options, places, window, out, err);
                }
            }
            case Claim.Second second -> told(second, out, err);
            case Claim.Unclear() ->
                    start(options, places, new OneWindow(Optional.empty(), loss), out, err);
        };
    }

    // Why there can be no window; empty if there can, or if nobody wants one.
    private static Optional<String> missing(ConsoleWords words) {
        var environment = System.getenv();
        if (words.isHeadless() || !isLinux()) {
            return Optional.empty();
        }
        return Display.present(environment, "Linux")
                ? DisplayCheck.here().fault(environment.getOrDefault("DISPLAY", ""))
                : Optional.of("There is no display.");
    }

    private static boolean isLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    }

    private static void say(PrintWriter where, String sentence) {
        where.println(sentence);
        where.flush();
    }

    private static int told(Claim.Second second, PrintWriter out, PrintWriter err) {
        if (second.shown()) {
            out.println(Messages.text("instance.shown", second.pid()));
            return ExitCode.DONE.number();
        }
        err.println(Messages.text("instance.mute"));
        return ExitCode.FAILED.number();
    }

    private static int start(
            ConsoleOptions options,
            Places places,
            OneWindow window,
            PrintWriter out,
            PrintWriter err)
            throws InterruptedException {
        if (!options.headless()) {
            window.signals().watch();
        }
        Runnable afterwards = options.headless() ? () -> {} : window.loss()::watch;
        var toolkit =
                CompletableFuture.runAsync(
                        () -> Display.startToolkit(afterwards), Thread::startVirtualThread);
        var source = new ProfileBackends(places, options.admission(), options.connect());
        try (var ticker = new SystemTicker("console")) {
            return run(options, places, source, ticker, toolkit, window, out, err);
        } catch (IOException | CompletionException e) {
            err.println(sentence(e));
            return ExitCode.FAILED.number();
        } finally {
            if (window.loss().isLost()) {
                window.first().ifPresent(FirstWindow::close);
                window.loss().endNow();
            }
            Display.stopToolkit();
        }
    }

    private static int run(
            ConsoleOptions options,
            Places places,
            ProfileBackends source,
            SystemTicker ticker,
            CompletableFuture<Void> toolkit,
            OneWindow window,
            PrintWriter out,
            PrintWriter err)
            throws InterruptedException, IOException {
        var run =
                new ConsoleRun(
                        options,
                        source,
                        source.temporary(),
                        new SettingsFile(places.config()),
                        ticker,
                        out);
        if (!options.headless()) {
            untilClosed(run, options, places, ticker, toolkit, window);
            return ExitCode.DONE.number();
        }
        var folder = options.out().orElse(places.state().resolve("pictures")).toAbsolutePath();
        try {
            toolkit.join();
            run.pictures(folder);
            return ExitCode.DONE.number();
        } catch (TimeoutException e) {
            err.println(e.getMessage());
            return ExitCode.NOT_REACHABLE.number();
        }
    }

    private static void untilClosed(
            ConsoleRun run,
            ConsoleOptions options,
            Places places,
            SystemTicker ticker,
            CompletableFuture<Void> toolkit,
            OneWindow window)
            throws InterruptedException {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var demo = DemoRun.stage(options, places, ticker, workers);
            run.offer(
                    new HelpEntry(
                            "help-walkthroughs",
                            "help.walkthroughs",
                            () -> {
                                var _ = demo.open(Optional.empty());
                            }));
            run.untilClosed(toolkit, window);
            demo.close();
        }
    }

    private static String sentence(Throwable fault) {
        var cause = fault.getCause();
        return fault instanceof CompletionException && cause != null
                ? String.valueOf(cause.getMessage())
                : String.valueOf(fault.getMessage());
    }
}
