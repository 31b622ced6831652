package daemoneye.app;

import daemoneye.app.launch.display.Display;
import daemoneye.rpc.cli.ExtraCommand;
import daemoneye.rpc.cli.option.Candidates;
import daemoneye.rpc.cli.option.ConnectOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Optional;

/// `daemoneye console`: the window. Names no type of JavaFX, because it is loaded for
/// `daemoneye --help` too.
@Command(
        name = "console",
        mixinStandardHelpOptions = true,
        description = {
            "Opens the window. Without --connect it hosts a broker, an agent and the standard"
                    + " collectors itself, or joins the broker that this user runs already.",
            "Without a display it renders into memory and leaves pictures of the live fleet."
        },
        footer = {
            "",
            "Examples:",
            "  daemoneye console",
            "  daemoneye console --connect unix:/run/daemoneye/broker.sock --page audit"
        })
public final class ConsoleCommand implements ExtraCommand {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private ConnectOptions connect = new ConnectOptions();

    @Option(names = "--headless", description = "Render into memory, even if there is a display.")
    private boolean headless;

    @Option(
            names = "--screenshot",
            paramLabel = "FILE",
            description = "With live data, write one picture (PNG) and end. Implies --headless.")
    private Optional<Path> screenshot = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where a run without a display leaves its pictures.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--size", paramLabel = "WxH", description = "Size in pixels, e.g. 1440x900.")
    private Optional<String> size = Optional.empty();

    @Option(
            names = "--theme",
            paramLabel = "dark|light",
            completionCandidates = Themes.class,
            description = "Instead of the last one.")
    private Optional<String> theme = Optional.empty();

    @Option(
            names = "--lang",
            paramLabel = "en|de",
            completionCandidates = Languages.class,
            description = "Instead of the language that was chosen, or the system's.")
    private Optional<String> language = Optional.empty();

    @Option(
            names = "--new-window",
            description = "Even if a console of yours runs already; else that one is shown.")
    private boolean newWindow;

    @Option(
            names = "--page",
            paramLabel = "PAGE",
            defaultValue = "fleet",
            description = "fleet, calls, audit, audit:WORDS, settings or collector:ID.")
    private String page = "fleet";

    @Mixin private DemoOptions demo = new DemoOptions();

    /// Made by picocli.
    public ConsoleCommand() {}

    @Override
    public Integer call() throws Exception {
        var words =
                new ConsoleWords(
                        connect.chosen(),
                        connect.admission(),
                        headless,
                        screenshot,
                        out,
                        size,
                        theme,
                        language,
                        newWindow,
                        page);
        var printed = spec.commandLine().getOut();
        var told = spec.commandLine().getErr();
        try {
            if (demo.given()) {
                boolean display =
                        Display.present(System.getenv(), System.getProperty("os.name", ""));
                return new DemoRun(demo, words.meant(display), printed, told).run();
            }
            return ConsoleMain.run(words, printed, told);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /// For completion.
    static final class Themes extends Candidates.Words {
        Themes() {
            super("dark", "light");
        }
    }

    /// For completion.
    static final class Languages extends Candidates.Words {
        Languages() {
            super("en", "de");
        }
    }
}
