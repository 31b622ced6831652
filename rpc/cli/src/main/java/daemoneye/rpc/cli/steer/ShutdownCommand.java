package daemoneye.rpc.cli.steer;

import daemoneye.rpc.cli.option.ConnectOptions;
import daemoneye.rpc.cli.option.DurationReader;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Shuts collectors down: with its cleanup, without, or at once.
@Command(
        name = "shutdown",
        description = {
            "Shuts collectors down: each writes what waits, saves its state and ends.",
            "With --emergency its process is killed, whatever is lost; the ids must be said twice."
        },
        footer = {
            "",
            "Examples:",
            "  daemoneye shutdown procmond --reason 'kernel update'",
            "  daemoneye shutdown procmond --grace 2m --no-force",
            "  daemoneye shutdown procmond netmond fsmond --wave 1 --reason 'the host moves'",
            "  daemoneye shutdown procmond --emergency --confirm procmond --reason 'it floods'"
        })
public final class ShutdownCommand implements Callable<Integer> {
    private static final String DONE_WORD = "shut down";
    private static final Duration USUAL_GRACE = Duration.ofSeconds(50);

    /// From the end of the grace to the killed process's end: terminate, kill, look.
    private static final Duration AFTER_GRACE = Duration.ofSeconds(10);

    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ConnectOptions connect = new ConnectOptions();
    @Mixin private OutputOptions output = new OutputOptions();
    @ArgGroup private How how = new How();

    @Mixin private Chosen chosen = new Chosen();

    @Option(
            names = "--grace",
            paramLabel = "TIME",
            converter = DurationReader.class,
            description = "Time for the cleanup, up to 290s. Default: 50s.")
    private Duration grace = USUAL_GRACE;

    @Option(
            names = "--no-force",
            description = "Let it run on if it does not end in that time; else it is made to end.")
    private boolean noForce;

    @Option(
            names = "--confirm",
            paramLabel = "ID",
            description = "The id once more, for --emergency; of several: a,b,c.")
    private String confirmed = "";

    /// Graceful, unless one of these is said.
    static final class How {
        @Option(names = "--immediate", description = "Without waiting for work in progress.")
        private boolean immediate;

        @Option(names = "--emergency", description = "Kill its process now.")
        private boolean emergency;
    }

    public ShutdownCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var ids = chosen.ids();
        checkEmergency(ids);
        var report = surroundings.report(spec, output.json());
        var operation =
                how.emergency
                        ? CollectorOperation.FORCE_SHUTDOWN
                        : CollectorOperation.GRACEFUL_SHUTDOWN;
        var time = time(operation);
        try (var talk = Conversation.with(connect, surroundings)) {
            Function<CollectorId, RpcRequest> request =
                    id -> talk.request(operation, CollectorTopics.shutdown(id), order(id), time);
            if (ids.size() > 1) {
                return new Several(operation, DONE_WORD, chosen.wave())
                        .run(talk, ids, request, report)
                        .number();
            }
            var id = ids.getFirst();
            new Steering(operation, id, DONE_WORD).run(talk, request.apply(id), report);
        }
        return ExitCode.DONE.number();
    }

    private void checkEmergency(List<CollectorId> ids) {
        var all = ids.stream().map(CollectorId::text).collect(Collectors.joining(","));
        check(
                !how.emergency || confirmed.equals(all),
                "an emergency shutdown loses what has not been written: say --confirm " + all);
        check(!how.emergency || chosen.reason().isPresent(), "--emergency needs a --reason");
    }

    private ShutdownRequest order(CollectorId id) {
        boolean waits = !how.emergency && !how.immediate;
        return new ShutdownRequest(
                id,
                type(),
                waits ? grace.toMillis() : 0,
                !how.emergency && !noForce,
                chosen.reason(),
                chosen.incarnation());
    }

    private ShutdownType type() {
        if (how.emergency) {
            return ShutdownType.EMERGENCY;
        }
        return how.immediate ? ShutdownType.IMMEDIATE : ShutdownType.GRACEFUL;
    }

    private Duration time(CollectorOperation operation) {
        var most = operation.timeout().most();
        if (how.emergency) {
            return most;
        }
        check(
                grace.plus(AFTER_GRACE).compareTo(most) <= 0 && grace.isPositive(),
                "--grace is up to %d s".formatted(most.minus(AFTER_GRACE).toSeconds()));
        return operation.timeout().clamp(grace.plus(AFTER_GRACE));
    }

    private void check(boolean right, String otherwise) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
