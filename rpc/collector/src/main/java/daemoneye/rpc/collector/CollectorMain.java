package daemoneye.rpc.collector;

import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.collector.capability.HeldCapabilities;
import daemoneye.rpc.collector.log.StderrLogging;
import daemoneye.rpc.collector.settings.CollectorSettings;
import daemoneye.rpc.collector.settings.SettingsFile;
import daemoneye.rpc.protocol.time.SystemTicker;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.auth.TokenFile;
import daemoneye.rpc.transport.netty.NettyWire;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;

/// A collector as a process of its own; arguments as [CollectorArguments] tells.
///
/// Exit codes: 0 a clean end (asked to, SIGTERM, or the agent is gone), 2 arguments or settings
/// were not understood, 3 no broker within 10 s, 4 a capability that the settings require is
/// missing, 1 anything else. With one plain sentence on standard error if it is not 0; 4 adds a
/// line for the agent: `missing privileges: required CAP_SYS_PTRACE; current CAP_CHOWN,CAP_KILL`.
public final class CollectorMain {
    /// A clean end.
    public static final int DONE = 0;

    /// Something else went wrong.
    public static final int FAILED = 1;

    /// Arguments or settings were not understood.
    public static final int USAGE = 2;

    /// No broker.
    public static final int NOT_REACHABLE = 3;

    /// Not enough privileges.
    public static final int NOT_PERMITTED = 4;

    /// The variable that names the token's file; agents set it for their collectors.
    public static final String TOKEN_FILE = "DAEMONEYE_TOKEN_FILE";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private CollectorMain() {}

    /// Never returns.
    public static void main(String[] words) {
        StderrLogging.choose();
        int code = run(List.of(words), System.in, System.err);
        System.exit(code);
    }

    /// Runs a collector to its end.
    ///
    /// @param lifeline whose end means that the agent is gone
    /// @param errors for the one sentence
    /// @return the exit code
    public static int run(List<String> words, InputStream lifeline, PrintStream errors) {
        CollectorArguments arguments;
        CollectorSettings settings;
        Admission admission;
        try {
            arguments = CollectorArguments.parse(words, now());
            var told = arguments.config().map(SettingsFile::read).orElse(Map.of());
            settings = CollectorSettings.told(arguments.type(), told);
            admission = admission(arguments.tokenFile());
        } catch (IllegalArgumentException | IOException e) {
            errors.println("daemoneye collector: " + e.getMessage());
            return USAGE;
        }
        var required = settings.texts("required_capabilities");
        if (!required.isEmpty() && tellMissing(required, errors)) {
            return NOT_PERMITTED;
        }
        try (var wire = NettyWire.open("wire")) {
            var run = new CollectorRun(arguments, settings, wire, admission);
            return live(run, arguments, lifeline, errors);
        }
    }

    /// @return whether anything is missing
    private static boolean tellMissing(List<String> required, PrintStream errors) {
        var held = HeldCapabilities.ofThisProcess();
        var missing = required.stream().filter(each -> !held.has(each)).toList();
        if (missing.isEmpty()) {
            return false;
        }
        errors.println(
                "daemoneye collector: this process lacks %s: grant it, or take it out of"
                                .formatted(String.join(", ", missing))
                        + " required_capabilities");
        errors.println(
                "missing privileges: required %s; current %s"
                        .formatted(
                                String.join(",", required),
                                String.join(",", new TreeSet<>(held.names()))));
        return true;
    }

    private static Admission admission(Optional<Path> told) throws IOException {
        var file = told.or(() -> Optional.ofNullable(System.getenv(TOKEN_FILE)).map(Path::of));
        return file.isPresent() ? Admission.with(TokenFile.readOwn(file.get())) : Admission.USUAL;
    }

    private static Instant now() {
        try (var clock = new SystemTicker("start")) {
            return clock.now();
        }
    }

    /// Closes the run, too: its audit log is complete before a signal's handler lets the process
    /// go.
    private static int live(
            CollectorRun run,
            CollectorArguments arguments,
            InputStream lifeline,
            PrintStream errors) {
        var reached = run.connection().connected(PATIENCE);
        var ends = new ProcessEnds(run);
        ends.onSignal();
        run.start();
        if (!arguments.stay()) {
            ends.onEndOf(lifeline);
        }
        try {
            reached.join();
            run.collector().ended().join();
            return DONE;
        } catch (CompletionException e) {
            return unreachable(run, arguments, errors);
        } finally {
            run.close();
            ends.release();
        }
    }

    /// A signal or the end of the lifeline may have come first; then there is nothing to complain
    /// of.
    private static int unreachable(
            CollectorRun run, CollectorArguments arguments, PrintStream errors) {
        if (run.connection().state() instanceof ConnectionState.Reconnecting down) {
            errors.println(
                    "daemoneye collector: cannot reach the broker at %s within %d s: %s"
                            .formatted(arguments.broker(), PATIENCE.toSeconds(), down.fault()));
            return NOT_REACHABLE;
        }
        return DONE;
    }
}
