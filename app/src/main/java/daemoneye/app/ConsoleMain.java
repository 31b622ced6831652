package daemoneye.app;

import daemoneye.app.launch.ConsoleOptions;
import daemoneye.app.launch.ConsoleRun;
import daemoneye.app.launch.Display;
import daemoneye.app.settings.SettingsFile;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.client.place.Places;
import daemoneye.rpc.protocol.time.SystemTicker;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

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
        var toolkit = CompletableFuture.runAsync(Display::startToolkit, Thread::startVirtualThread);
        var places = Places.ofThisUser();
        var source = new ProfileBackends(places, options.admission(), options.connect());
        try (var ticker = new SystemTicker("console")) {
            return run(options, places, source, ticker, toolkit, out, err);
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
            run.untilClosed(toolkit);
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

    private static String sentence(Throwable fault) {
        var cause = fault.getCause();
        return fault instanceof CompletionException && cause != null
                ? String.valueOf(cause.getMessage())
                : String.valueOf(fault.getMessage());
    }
}
