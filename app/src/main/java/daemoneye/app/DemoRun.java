package daemoneye.app;

import daemoneye.app.controls.Theme;
import daemoneye.app.demo.DemoStage;
import daemoneye.app.demo.Rehearsal;
import daemoneye.app.demo.Tours;
import daemoneye.app.demo.play.Outcome;
import daemoneye.app.demo.play.Pace;
import daemoneye.app.demo.play.Stagecraft;
import daemoneye.app.demo.record.Recorder;
import daemoneye.app.demo.tour.Walkthrough;
import daemoneye.app.launch.ConsoleOptions;
import daemoneye.app.launch.WindowSize;
import daemoneye.app.launch.display.Display;
import daemoneye.app.settings.AppearanceViewModel;
import daemoneye.app.settings.LanguageChoice;
import daemoneye.app.settings.MotionChoice;
import daemoneye.app.settings.SettingsFile;
import daemoneye.app.settings.ThemeChoice;
import daemoneye.app.text.Language;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.ProgramVersion;
import daemoneye.rpc.client.place.Places;
import daemoneye.rpc.protocol.time.SystemTicker;
import daemoneye.rpc.protocol.time.Ticker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/// From the options of a demo to a list, a window, or pictures; and to an exit code.
///
/// @param options size, theme, language, and where pictures go
record DemoRun(DemoOptions demo, ConsoleOptions options, PrintWriter out, PrintWriter err) {
    private static final Logger LOG = LoggerFactory.getLogger(DemoRun.class);
    private static final WindowSize USUAL = new WindowSize(1440, 900);

    /// Blocks until the window is closed or the pictures are taken.
    ///
    /// @throws IllegalArgumentException with what is wrong with the walkthrough
    int run() throws InterruptedException {
        Language.use(language().language());
        if (demo.list()) {
            return list();
        }
        var tour = demo.walkthrough().map(Tours::find);
        boolean pictures = tour.isPresent() && options.out().isPresent();
        if (pictures || options.headless()) {
            Display.doWithout();
        }
        Display.startToolkit();
        try {
            return tour.isPresent() && (pictures || options.headless())
                    ? rehearse(tour.get())
                    : show(tour);
        } finally {
            Display.stopToolkit();
        }
    }

    private int list() {
        var language = Language.current().locale();
        for (var each : Tours.all()) {
            out.printf("%-20s %s%n", each.name(), each.about().in(language));
        }
        out.flush();
        return ExitCode.DONE.number();
    }

    private int show(Optional<Walkthrough> tour) throws InterruptedException {
        if (options.headless()) {
            err.println(
                    "There is no display for a demo. Without one, name a walkthrough:"
                            + " --walkthrough NAME --out FOLDER");
            return ExitCode.USAGE.number();
        }
        try (var ticker = new SystemTicker("demo");
                var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            stage(options, Places.ofThisUser(), ticker, workers).open(tour).get();
            return ExitCode.DONE.number();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the demo ended with an error", e.getCause());
        }
    }

    /// The window for walkthroughs, in the colours of this person's console; what is chosen in it
    /// is not kept.
    static DemoStage stage(ConsoleOptions options, Places places, Ticker ticker, Executor workers) {
        return new DemoStage(
                new DemoWorlds(),
                options.size().orElse(USUAL),
                () -> {
                    var kept = new SettingsFile(places.config()).load().settings();
                    return new AppearanceViewModel(
                            options.language().orElseGet(() -> LanguageChoice.of(kept.language())),
                            options.theme()
                                    .map(ThemeChoice::of)
                                    .orElseGet(() -> ThemeChoice.of(kept.theme())),
                            MotionChoice.of(kept.motion()),
                            _ -> {});
                },
                ticker,
                workers);
    }

    private LanguageChoice language() {
        return options.language()
                .orElseGet(
                        () ->
                                LanguageChoice.of(
                                        new SettingsFile(Places.ofThisUser().config())
                                                .load()
                                                .settings()
                                                .language()));
    }

    private int rehearse(Walkthrough tour) throws InterruptedException {
        var language = Language.current().locale();
        var theme = options.theme().orElse(Theme.DARK);
        var rehearsal =
                new Rehearsal(new DemoWorlds(), options.size().orElse(USUAL), theme, language);
        List<Recorder> recorders = new ArrayList<>();
        try {
            var outcome =
                    rehearsal.play(
                            tour,
                            window ->
                                    options.out()
                                            .<Stagecraft>map(
                                                    folder -> {
                                                        var made =
                                                                new Recorder(folder, window, theme);
                                                        recorders.add(made);
                                                        return made;
                                                    })
                                            .orElse(Stagecraft.NONE),
                            options.out().isPresent() ? Pace.PICTURES : Pace.AT_ONCE);
            List<Path> pages = new ArrayList<>();
            for (var each : recorders) {
                pages.add(each.write(tour, language, ProgramVersion.text()));
            }
            return tell(tour, outcome, pages);
        } catch (IOException | CompletionException e) {
            LOG.debug("The walkthrough could not be played.", e);
            err.println(sentence(e));
            return ExitCode.FAILED.number();
        }
    }

    private int tell(Walkthrough tour, Outcome outcome, List<Path> pages) {
        return switch (outcome) {
            case Outcome.Done(var took) -> {
                out.printf("%s: all as it says, in %d s.%n", tour.name(), took.toSeconds());
                pages.forEach(each -> out.println("The page is " + each.toAbsolutePath()));
                out.flush();
                yield ExitCode.DONE.number();
            }
            case Outcome.Failed(var line, var sentence) -> {
                err.printf("%s, line %d: %s%n", tour.name(), line, sentence);
                yield ExitCode.FAILED.number();
            }
            case Outcome.Stopped() -> ExitCode.FAILED.number();
        };
    }

    private static String sentence(Throwable fault) {
        var cause = fault.getCause();
        return fault instanceof CompletionException && cause != null
                ? String.valueOf(cause.getMessage())
                : String.valueOf(fault.getMessage());
    }
}
