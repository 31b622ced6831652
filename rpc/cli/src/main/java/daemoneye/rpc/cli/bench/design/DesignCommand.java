package daemoneye.rpc.cli.bench.design;

import daemoneye.rpc.cli.bench.Machine;
import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.link.Links;
import daemoneye.rpc.cli.option.DurationReader;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.output.Cell;
import daemoneye.rpc.cli.output.Style;
import daemoneye.rpc.cli.output.TextTable;
import daemoneye.rpc.cli.run.CommandFailure;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.protocol.state.ProcessState;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

/// Measures the design's own targets on a broker, an agent and a collector of its own, and says
/// which of them are met.
@Command(
        name = "design",
        description = {
            "Measures the targets that the design sets, on a broker, an agent and a collector of"
                    + " its own, with auditing on: target, measured, verdict.",
            "Takes about two minutes. Ends with 1 if a target is missed."
        },
        footer = {"", "Example: daemoneye bench design --json"})
public final class DesignCommand implements Callable<Integer> {
    private static final Duration START = Duration.ofSeconds(30);

    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private OutputOptions output = new OutputOptions();

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationReader.class,
            defaultValue = "10s",
            description = "How long each rate is held. Default: ${DEFAULT-VALUE}.")
    private Duration duration = Duration.ofSeconds(10);

    public DesignCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        var report = surroundings.report(spec, output.json());
        var machine = Machine.now();
        try (var progress = report.progress();
                var fleet = PrivateFleet.start();
                var talk = Conversation.asOurselves(fleet.local(), surroundings)) {
            progress.show("starting a broker, an agent and a collector ...");
            var pid = running(talk);
            var findings =
                    new DesignFigures(fleet, talk, pid, surroundings, duration).all(progress);
            tell(findings, machine, report);
            boolean met = findings.stream().allMatch(Finding::met);
            return (met ? ExitCode.DONE : ExitCode.FAILED).number();
        } catch (Links.NotReachable e) {
            throw CommandFailure.notReachable(String.valueOf(e.getMessage()));
        }
    }

    private long running(Conversation talk) throws IOException {
        long until = surroundings.ticker().nanos() + START.toNanos();
        while (surroundings.ticker().nanos() - until < 0) {
            var pid =
                    talk.listings(Duration.ofSeconds(5)).stream()
                            .flatMap(listing -> listing.collectors().stream())
                            .filter(info -> info.state() == ProcessState.RUNNING)
                            .map(info -> info.pid())
                            .flatMapToLong(OptionalLong::stream)
                            .findFirst();
            if (pid.isPresent()) {
                return pid.getAsLong();
            }
        }
        throw new IOException(
                "the collector did not start within " + START.toSeconds() + " s: see its log");
    }

    private static void tell(List<Finding> findings, Machine machine, Report report) {
        if (report.json()) {
            report.document(
                    new Fields()
                            .with("findings", findings.stream().map(Finding::json).toList())
                            .with("machine", machine.json())
                            .object());
            return;
        }
        report.line(machine.sentence());
        var table = new TextTable("FIGURE", ">TARGET", ">MEASURED", "VERDICT", "HOW");
        for (var each : findings) {
            table.row(
                    Cell.of(each.target().subject()),
                    Cell.of(each.target().text()),
                    Cell.of(each.figure()),
                    new Cell(each.met() ? "met" : "MISSED", each.met() ? Style.GOOD : Style.BAD),
                    Cell.of(each.how()));
        }
        report.lines(table.lines(report.paint()));
    }
}
