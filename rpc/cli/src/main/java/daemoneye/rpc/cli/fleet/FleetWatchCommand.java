package daemoneye.rpc.cli.fleet;

import daemoneye.rpc.cli.option.ConnectOptions;
import daemoneye.rpc.cli.option.DurationReader;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Shows the fleet as it changes, until it is stopped.
@Command(
        name = "watch",
        description = {
            "Shows the fleet as it changes: a live table on a terminal, one line a change in a"
                    + " pipe, one JSON document a change with --json. Ends with Ctrl-C."
        },
        footer = {"", "Example: daemoneye fleet watch --json | jq -c '[.collector_id,.liveness]'"})
public final class FleetWatchCommand implements Callable<Integer> {
    /// The model tells something at least once a second.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ConnectOptions connect = new ConnectOptions();
    @Mixin private OutputOptions output = new OutputOptions();

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = DurationReader.class,
            description = "End by itself after so long, e.g. 30s.")
    private Optional<Duration> limit = Optional.empty();

    public FleetWatchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        var report = surroundings.report(spec, output.json());
        try (var talk = Conversation.with(connect, surroundings)) {
            var newest = new NewestOnly<FleetSnapshot>();
            var unwatch = talk.link().fleet().watch(newest::put);
            show(newest, report);
            unwatch.run();
        }
        return ExitCode.DONE.number();
    }

    private void show(NewestOnly<FleetSnapshot> newest, Report report) throws InterruptedException {
        long began = surroundings.ticker().nanos();
        FleetShow show =
                report.live()
                        ? FleetShows.onATerminal(report, connect.address().toString())
                        : FleetShows.inAPipe(report);
        while (limit.isEmpty() || surroundings.ticker().since(began).compareTo(limit.get()) < 0) {
            var snapshot = newest.take(PATIENCE);
            snapshot.ifPresent(show::show);
            if (report.deaf()) {
                return;
            }
        }
    }
}
