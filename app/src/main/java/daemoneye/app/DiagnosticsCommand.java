package daemoneye.app;

import daemoneye.app.diagnostics.DiagnosticsBundle;
import daemoneye.app.diagnostics.FactsGatherer;
import daemoneye.app.diagnostics.RecentLog;
import daemoneye.app.settings.SettingsFile;
import daemoneye.rpc.cli.ExtraCommand;
import daemoneye.rpc.cli.ThisProcess;
import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.option.ConnectOptions;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.run.OutFile;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.client.place.Places;

import org.slf4j.LoggerFactory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
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
        var file = new OutFile(out.orElseGet(() -> usualName(surroundings)), force);
        file.check(spec.commandLine());
        var seen = look(surroundings, report);
        write(file, bundle(surroundings, seen), seen, report);
        return ExitCode.DONE.number();
    }

    private static Path usualName(Surroundings surroundings) {
        return Path.of(DiagnosticsBundle.name(surroundings.ticker().now(), ZoneId.systemDefault()));
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

    private void write(OutFile file, DiagnosticsBundle bundle, FleetLook seen, Report report) {
        try {
            var bytes = bundle.bytes();
            file.write(bytes);
            tell(file.path(), bytes.length, seen, report);
        } catch (IOException e) {
            throw file.failure(e);
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
}
