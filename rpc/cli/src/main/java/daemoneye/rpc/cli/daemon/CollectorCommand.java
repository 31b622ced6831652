package daemoneye.rpc.cli.daemon;

import daemoneye.rpc.cli.option.BrokerOptions;
import daemoneye.rpc.cli.option.Candidates;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.collector.CollectorMain;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// One collector in this process, for those who want to see one by itself. Agents start theirs
/// without this command.
@Command(
        name = "collector",
        description = {
            "Runs one collector until it is told to end (Ctrl-C, SIGTERM), or until its standard"
                    + " input ends."
        },
        footer = {
            "",
            "Example: daemoneye collector --id procmond2 --type process-monitor --stay",
            "Exit code 3 comes after 10 s without a broker."
        })
public final class CollectorCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    @Mixin private BrokerOptions connect = new BrokerOptions();

    @Option(
            names = "--id",
            required = true,
            paramLabel = "ID",
            description = "Its name everywhere, e.g. procmond.")
    private String id = "";

    @Option(
            names = "--type",
            required = true,
            paramLabel = "TYPE",
            completionCandidates = Candidates.Types.class,
            description = {
                "process-monitor, network-monitor, file-monitor or performance-monitor."
            })
    private String type = "";

    @Option(
            names = "--agent",
            paramLabel = "AGENT",
            description = "The agent that owns it; any, if left out.")
    private Optional<String> agent = Optional.empty();

    @Option(
            names = "--incarnation",
            paramLabel = "N",
            description = "Number of this life; the clock's milliseconds, if left out.")
    private Optional<String> incarnation = Optional.empty();

    @Option(
            names = "--heartbeat-ms",
            paramLabel = "MS",
            description = "How often it tells that it lives. Default: 1000.")
    private Optional<String> heartbeat = Optional.empty();

    @Option(
            names = "--stay",
            description =
                    "Go on when standard input ends. Without it that means: the agent is gone.")
    private boolean stay;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings other than the usual, as JSON.")
    private Optional<String> config = Optional.empty();

    public CollectorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// The collector checks its arguments itself, and says what is wrong with them.
    @Override
    public Integer call() {
        return CollectorMain.run(words(), surroundings.input(), System.err);
    }

    /// The arguments as an agent would give them.
    List<String> words() {
        var words = new ArrayList<>(List.of("--id", id, "--type", type));
        words.addAll(List.of("--connect", connect.address().toString()));
        connect.tokenFile()
                .ifPresent(file -> words.addAll(List.of("--token-file", file.toString())));
        agent.ifPresent(value -> words.addAll(List.of("--agent", value)));
        incarnation.ifPresent(value -> words.addAll(List.of("--incarnation", value)));
        heartbeat.ifPresent(value -> words.addAll(List.of("--heartbeat-ms", value)));
        config.ifPresent(value -> words.addAll(List.of("--config", value)));
        if (stay) {
            words.add("--stay");
        }
        return words;
    }
}
