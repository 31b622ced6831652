package daemoneye.rpc.cli.daemon;

import daemoneye.rpc.agent.AgentSettings;
import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.option.BrokerOptions;
import daemoneye.rpc.cli.option.Candidates;
import daemoneye.rpc.cli.option.DurationReader;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.run.CommandFailure;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.client.place.Places;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;

/// An agent of its own, until it is told to end.
@Command(
        name = "agent",
        description = {
            "Runs an agent until it is told to end (Ctrl-C, SIGTERM): starts the collectors of this"
                    + " host, watches them, and ends them with itself."
        },
        footer = {
            "",
            "Examples:",
            "  daemoneye agent",
            "  daemoneye agent --id web-7 --collectors procmond,netmond --connect"
                    + " unix:/run/daemoneye/broker.sock"
        })
public final class AgentCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private BrokerOptions connect = new BrokerOptions();
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private LogOptions log = new LogOptions();

    @Option(
            names = "--id",
            paramLabel = "AGENT",
            description = "Its name everywhere. Default: agent- and the name of this host.")
    private Optional<String> id = Optional.empty();

    @Option(
            names = "--collectors",
            paramLabel = "LIST",
            completionCandidates = Candidates.Standard.class,
            split = ",",
            description = {
                "What it runs: of procmond, netmond, fsmond, perfmond, or ID:TYPE. Default: all"
                        + " four."
            })
    private List<String> collectors = List.of();

    @Option(
            names = "--heartbeat",
            paramLabel = "TIME",
            converter = DurationReader.class,
            description = "How often collectors tell that they live. Default: 1s.")
    private Duration heartbeat = AgentSettings.HEARTBEAT;

    @Option(
            names = {"--leave-collectors-running", "--leave-running"},
            description = {
                "Collectors live on when the agent ends, however it ends; the next agent of this"
                        + " name takes them over."
            })
    private boolean leaveRunning;

    @Option(
            names = "--no-recover",
            description = {
                "Nothing is done by itself about collectors that crash or do not respond; it is"
                        + " only told."
            })
    private boolean noRecover;

    public AgentCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        log.fault()
                .ifPresent(
                        why -> {
                            throw usage(why);
                        });
        log.apply();
        var report = surroundings.report(spec, output.json());
        var settings = settings();
        var agent = AgentRun.open(settings, connect.admission(), connect.tokenFile(), surroundings);
        try {
            agent.start();
        } catch (CompletionException e) {
            agent.close();
            throw new CommandFailure(RpcError.notExecuted(agent.fault(), sentence(e)));
        } catch (IOException e) {
            agent.close();
            throw new CommandFailure(
                    RpcError.notExecuted(ErrorCode.REQUEST_REFUSED, String.valueOf(e.getMessage())),
                    ExitCode.FAILED);
        }
        tell(settings, report);
        UntilTold.run(agent::close);
        return ExitCode.DONE.number();
    }

    private AgentSettings settings() {
        var places = Places.ofThisUser();
        var standard = AgentSettings.standard(connect.address(), places.runtime(), places.state());
        try {
            return new AgentSettings(
                    id.orElse(standard.agentId()),
                    standard.host(),
                    collectors.isEmpty() ? standard.collectors() : CollectorList.read(collectors),
                    standard.broker(),
                    heartbeat,
                    leaveRunning,
                    !noRecover,
                    standard.runtimeFolder(),
                    standard.stateFolder());
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private static void tell(AgentSettings settings, Report report) {
        var ids = settings.collectors().stream().map(each -> each.id().text()).toList();
        if (report.json()) {
            report.document(
                    new Fields()
                            .with("agent_id", settings.agentId())
                            .with("host", settings.host())
                            .with("broker", settings.broker().toString())
                            .with("collectors", ids)
                            .with("pid", ProcessHandle.current().pid())
                            .object());
        } else {
            report.line(
                    "Agent %s runs %s at %s."
                            .formatted(
                                    settings.agentId(), String.join(", ", ids), settings.broker()));
        }
    }

    private static String sentence(CompletionException failure) {
        var cause = failure.getCause();
        return String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
