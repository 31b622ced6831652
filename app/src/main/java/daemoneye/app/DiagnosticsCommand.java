package daemoneye.app;

import daemoneye.app.diagnostics.DiagnosticsBundle;
import daemoneye.app.diagnostics.FactsGatherer;
import daemoneye.app.diagnostics.RecentLog;
import daemoneye.app.files.WholeFile;
import daemoneye.app.settings.SettingsFile;
import daemoneye.rpc.cli.ExtraCommand;
import daemoneye.rpc.cli.ThisProcess;
import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.option.ConnectOptions;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.run.CommandFailure;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.client.place.Places;
import daemoneye.rpc.protocol.error.ErrorCategory;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;

import org.slf4j.LoggerFactory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// `daemoneye diagnostics`: the bundle of the window's Help menu, for hosts without a display and
/// for a console that does not open. Made without a broker, too. Names no type of JavaFX.
@Command(
        name = "diagnostics",
        description = {
            "Writes one zip for whoever is to find out what is wrong: versions and libraries,"
                    + " options and memory of this process, what the console remembers, how the"
                    + " link stands, the collectors, and the log of this command.",
            "It never holds tokens, passwords, values of the environment, settings of collectors"
                    + " or what processes wrote. Names of hosts, collectors and folders are in it:"
                    + " read it before you pass it on."
        },
        footer = {
            "",
            "Example: daemoneye diagnostics --out broken.zip",
            "Without a broker it is written too, and says why there is none."
        })
public final class DiagnosticsCommand implements ExtraCommand {
    private static final String NOT_WRITTEN = "FILE_NOT_WRITTEN";

    private final Supplier<Surroundings> world;
    private final Supplier<Places> places;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ConnectOptions connect = new ConnectOptions();
    @Mixin private OutputOptions output = new OutputOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to. Default: daemoneye-diagnostics-DATE-TIME.zip in this folder.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--force", description = "Replace the file if it is there, as a whole.")
    private boolean force;

    /// Made by the service loader.
    public DiagnosticsCommand() {
        this(ThisProcess::surroundings, Places::ofThisUser);
    }

    DiagnosticsCommand(Supplier<Surroundings> world, Supplier<Places> places) {
        this.world = world;
        this.places = places;
    }

    @Override
    public Integer call() throws InterruptedException {
        RecentLog.keep();
        var surroundings = world.get();
        var report = surroundings.report(spec, output.json());
        var file = out.orElseGet(() -> usualName(surroundings)).toAbsolutePath().normalize();
        refuseUnusable(file);
        var seen = look(surroundings, report);
        write(file, bundle(surroundings, seen), seen, report);
        return ExitCode.DONE.number();
    }

    private static Path usualName(Surroundings surroundings) {
        return Path.of(DiagnosticsBundle.name(surroundings.ticker().now(), ZoneId.systemDefault()));
    }

    // Before anybody is asked: a wait for nothing is the worst answer.
    private void refuseUnusable(Path file) {
        var folder = file.getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw usage("%s is a folder: name a file".formatted(file));
        }
        if (!Files.isDirectory(folder)) {
            throw usage("there is no folder %s".formatted(folder));
        }
        if (!force && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw usage("%s is there already: name another file, or say --force".formatted(file));
        }
    }

    private FleetLook look(Surroundings surroundings, Report report) throws InterruptedException {
        var admission = connect.admission();
        try (var progress = report.progress()) {
            progress.show("Asking the broker at %s ...".formatted(connect.address()));
            var seen = FleetLook.at(connect.address(), admission, surroundings);
            // Made here: a class of ours must not log before the log is kept.
            LoggerFactory.getLogger(DiagnosticsCommand.class).info("{}", seen.sentence());
            return seen;
        }
    }

    private DiagnosticsBundle bundle(Surroundings surroundings, FleetLook seen) {
        var settings = new SettingsFile(places.get().config()).peek();
        settings.trouble()
                .ifPresent(
                        trouble ->
                                LoggerFactory.getLogger(DiagnosticsCommand.class)
                                        .info("{}", trouble));
        var gatherer =
                new FactsGatherer(
                        surroundings.ticker(), surroundings.environment(), connect.tokenFile());
        return new DiagnosticsBundle(
                gatherer.gather(
                        settings.settings(),
                        "command line: " + connect.address(),
                        Optional.of(seen.snapshot()),
                        List.of()));
    }

    private void write(Path file, DiagnosticsBundle bundle, FleetLook seen, Report report) {
        try {
            var bytes = bundle.bytes();
            WholeFile.write(file, bytes);
            tell(file, bytes.length, seen, report);
        } catch (IOException e) {
            throw new CommandFailure(
                    new RpcError(
                            NOT_WRITTEN,
                            "%s cannot be written: %s".formatted(file, reason(e)),
                            Map.of(),
                            ErrorCategory.RESOURCE,
                            ExecutionCertainty.NOT_EXECUTED));
        }
    }

    private void tell(Path file, int bytes, FleetLook seen, Report report) {
        int collectors = seen.snapshot().collectors().size();
        if (report.json()) {
            report.document(
                    new Fields()
                            .with("file", file.toString())
                            .with("bytes", bytes)
                            .with("broker", connect.address().toString())
                            .with("fault", seen.fault())
                            .with("collectors", collectors)
                            .object());
            return;
        }
        report.line("Written to %s (%d KB).".formatted(file, (bytes + 1023) / 1024));
        report.remark(
                seen.fault().isEmpty()
                        ? "Read it before you pass it on: names of hosts and folders are in it."
                        : "Without the fleet: " + seen.sentence());
    }

    private static String reason(IOException fault) {
        return switch (fault) {
            case AccessDeniedException _ -> "you have no right to write there";
            case NoSuchFileException _ -> "no file can be made there";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> String.valueOf(fault.getMessage());
        };
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
