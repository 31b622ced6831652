package daemoneye.rpc.cli.fleet;

import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.option.ConnectOptions;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.option.TimeoutOption;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorListing;
import daemoneye.rpc.protocol.value.ConfigValue;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/// Shows every collector of every agent, once.
@Command(
        name = "list",
        description = "Shows every collector of every agent, with its state and health.",
        footer = {
            "",
            "Example: daemoneye fleet list --json",
            "Answers at once when all are well; takes up to 3 s longer to be sure that one is not."
        })
public final class FleetListCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ConnectOptions connect = new ConnectOptions();
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private TimeoutOption timeout = new TimeoutOption();

    public FleetListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var report = surroundings.report(spec, output.json());
        var patience = timeout.of(CollectorOperation.LIST_COLLECTORS);
        try (var talk = Conversation.with(connect, surroundings)) {
            var beats = new BeatLog(surroundings.ticker());
            talk.link().heartbeats(beats::heard);
            var listings = ask(report, "Asking the agents ...", () -> talk.fleet(patience));
            var survey = new FleetSurvey(talk, surroundings.ticker(), beats);
            var rows = ask(report, "Asking the collectors ...", () -> survey.rows(listings));
            if (report.json()) {
                report.document(document(talk, listings, rows));
            } else if (listings.isEmpty()) {
                report.line("No agent is connected to this broker: start one, daemoneye agent.");
            } else {
                report.lines(FleetTable.lines(rows, report.paint()));
                report.line("");
                report.line(FleetTable.summary(rows));
            }
        }
        return ExitCode.DONE.number();
    }

    private static <T> T ask(Report report, String what, Supplier<T> question) {
        try (var progress = report.progress()) {
            progress.show(what);
            return question.get();
        }
    }

    private ConfigValue.Table document(
            Conversation talk, List<CollectorListing> listings, List<CollectorRow> rows) {
        var welcome = talk.link().welcome();
        return new Fields()
                .with("at", surroundings.ticker().now())
                .with(
                        "broker",
                        new Fields()
                                .with("address", connect.address().toString())
                                .with("name", welcome.broker())
                                .with("version", welcome.brokerVersion())
                                .object())
                .with("agents", listings.stream().map(FleetListCommand::agent).toList())
                .with("collectors", rows.stream().map(row -> row.json().object()).toList())
                .object();
    }

    private static ConfigValue.Table agent(CollectorListing listing) {
        return new Fields()
                .with("agent_id", listing.agentId())
                .with("host", listing.host())
                .object();
    }
}
