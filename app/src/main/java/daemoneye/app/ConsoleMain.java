package daemoneye.app;

import daemoneye.app.help.HelpEntry;
import daemoneye.app.instance.Claim;
import daemoneye.app.instance.FirstWindow;
import daemoneye.app.launch.ConsoleOptions;
import daemoneye.app.launch.ConsoleRun;
import daemoneye.app.launch.Display;
import daemoneye.app.settings.SettingsFile;
import daemoneye.app.text.Messages;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.client.place.Places;
import daemoneye.rpc.protocol.time.SystemTicker;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// From the options of the command to a window or to pictures, and to an exit code.
final class ConsoleMain {
    private static final String LOG_SETTING = "logback.configurationFile";

    private ConsoleMain() {}

    /// Blocks until the window is closed or the pictures are taken.
    ///
    /// @return an exit code
    /// @throws IllegalArgumentException with a sentence, if an option makes no sense
    static int run(ConsoleWords words, PrintWriter out, PrintWriter err)
            throws InterruptedException {
        keepLog();
        boolean display = Display.present(System.getenv(), System.getProperty("os.name", ""));
        var options = words.meant(display);
        if (options.headless()) {
            Display.doWithout();
        }
        if (!display && !words.headless() && words.screenshot().isEmpty()) {
            out.println("There is no display: rendering into memory, pictures follow.");
            out.flush();
        }
        var places = Places.ofThisUser();
        if (options.headless() || words.newWindow()) {
            return start(options, places, _ -> {}, out, err);
        }
        return switch (FirstWindow.claim(places.runtime())) {
            case Claim.First(var first) -> {
                try (first) {
                    yield start(options, places, first::onShow, out, err);
                }
            }
            case Claim.Second second -> told(second, out, err);
            case Claim.Unclear() -> start(options, places, _ -> {}, out, err);
        };
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
            Consumer<Runnable> summons,
            PrintWriter out,
            PrintWriter err)
            throws InterruptedException {
        var toolkit = CompletableFuture.runAsync(Display::startToolkit, Thread::startVirtualThread);
        var source = new ProfileBackends(places, options.admission(), options.connect());
        try (var ticker = new SystemTicker("console")) {
            return run(options, places, source, ticker, toolkit, summons, out, err);
        } catch (IOException | CompletionException e) {
            err.println(sentence(e));
            return ExitCode.FAILED.number();
        } finally {
            Display.stopToolkit();
        }
    }

    // Unless somebody wants another log. Before the first line is logged.
    private static void keepLog() {
        if (System.getProperty(LOG_SETTING) == null) {
            System.setProperty(LOG_SETTING, "daemoneye-console-log.xml");
        }
    }

    private static int run(
            ConsoleOptions options,
            Places places,
            ProfileBackends source,
            SystemTicker ticker,
            CompletableFuture<Void> toolkit,
            Consumer<Runnable> summons,
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
            untilClosed(run, options, places, ticker, toolkit, summons);
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
            Consumer<Runnable> summons)
            throws InterruptedException {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var demo = DemoRun.stage(options, places, ticker, workers);
            run.offer(
                    new HelpEntry(
                            "help-walkthroughs",
                            "help.walkthroughs",
                            () -> demo.open(Optional.empty())));
            run.untilClosed(toolkit, summons);
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
