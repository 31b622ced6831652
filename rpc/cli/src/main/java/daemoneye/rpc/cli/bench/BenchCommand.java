package daemoneye.rpc.cli.bench;

import daemoneye.rpc.cli.bench.load.ClosedLoop;
import daemoneye.rpc.cli.bench.load.Load;
import daemoneye.rpc.cli.bench.load.OpenLoop;
import daemoneye.rpc.cli.bench.load.Shots;
import daemoneye.rpc.cli.bench.load.Tally;
import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.option.CollectorIdReader;
import daemoneye.rpc.cli.option.ConnectOptions;
import daemoneye.rpc.cli.option.DurationReader;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.output.Units;
import daemoneye.rpc.cli.run.CommandFailure;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Progress;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.value.ConfigValue;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// Measures health checks of real collectors through the broker.
@Command(
        name = "bench",
        description = {
            "Measures health checks through the broker: how many a second with so many at a time"
                    + " (--outstanding), or how long they take at so many a second (--rate).",
            "daemoneye bench design measures all targets of the design instead."
        },
        footer = {
            "",
            "Examples:",
            "  daemoneye bench procmond --outstanding 8",
            "  daemoneye bench procmond --rate 100 --duration 30s --json"
        })
public final class BenchCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ConnectOptions connect = new ConnectOptions();
    @Mixin private OutputOptions output = new OutputOptions();

    @Parameters(
            arity = "0..*",
            paramLabel = "ID",
            converter = CollectorIdReader.class,
            description = "The collectors; they take turns.")
    private List<CollectorId> ids = List.of();

    @ArgGroup private Kind kind = new Kind();

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            converter = DurationReader.class,
            defaultValue = "10s",
            description = "How long to measure. Default: ${DEFAULT-VALUE}.")
    private Duration duration = Duration.ofSeconds(10);

    @Option(
            names = "--warm-up",
            paramLabel = "TIME",
            converter = DurationReader.class,
            defaultValue = "3s",
            description = "How long to call before anything counts. Default: ${DEFAULT-VALUE}.")
    private Duration warmUp = Duration.ofSeconds(3);

    /// One or the other.
    static final class Kind {
        @Option(
                names = "--outstanding",
                paramLabel = "N",
                description = "Closed loop: that many calls at a time. Default: 1.")
        private int outstanding = 1;

        @Option(
                names = "--rate",
                paramLabel = "R",
                description = "Open loop: that many calls a second, timed from when each was due.")
        private Optional<Double> rate = Optional.empty();
    }

    public BenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        check(!ids.isEmpty(), "which collector? Name at least one, or say design");
        check(kind.outstanding > 0 && kind.outstanding <= 10_000, "--outstanding is 1 to 10000");
        check(kind.rate.orElse(1.0) > 0 && kind.rate.orElse(1.0) <= 1e6, "--rate is up to 1000000");
        check(duration.isPositive(), "--duration must be more than nothing");
        var report = surroundings.report(spec, output.json());
        var machine = Machine.now();
        try (var talk = Conversation.with(connect, surroundings);
                var progress = report.progress()) {
            ids.forEach(id -> talk.ask(request(talk, id), id, step -> {}));
            var tally = new Tally();
            var measured = measure(load(talk, tally), tally, progress);
            var result =
                    new BenchResult(
                            subject(),
                            sentence(),
                            measured,
                            warmUp,
                            tally.latencies(),
                            tally.errors(),
                            machine);
            if (tally.latencies().getTotalCount() == 0) {
                tally.firstError()
                        .ifPresent(
                                error -> {
                                    throw new CommandFailure(error);
                                });
            }
            progress.show("");
            if (report.json()) {
                report.document(result.json());
            } else {
                report.lines(result.lines(report.paint()));
            }
        }
        return ExitCode.DONE.number();
    }

    private Duration measure(Load load, Tally tally, Progress progress) {
        progress.show("warming up for %s ...".formatted(Units.duration(warmUp)));
        load.start();
        await(warmUp);
        progress.show("measuring for %s ...".formatted(Units.duration(duration)));
        long began = surroundings.ticker().nanos();
        tally.begin();
        await(duration);
        tally.end();
        var measured = surroundings.ticker().since(began);
        load.stop();
        return measured;
    }

    private void await(Duration time) {
        var over = new CompletableFuture<Boolean>();
        surroundings.ticker().after(time, () -> over.complete(true));
        over.join();
    }

    private Load load(Conversation talk, Tally tally) {
        var turn = new AtomicInteger();
        Shots shots =
                () -> {
                    var id = ids.get(Math.floorMod(turn.getAndIncrement(), ids.size()));
                    return talk.link().caller().call(request(talk, id));
                };
        return kind.rate.isPresent()
                ? new OpenLoop(kind.rate.get(), shots, tally, surroundings.ticker())
                : new ClosedLoop(kind.outstanding, shots, tally, surroundings.ticker());
    }

    private static RpcRequest request(Conversation talk, CollectorId id) {
        var operation = CollectorOperation.HEALTH_CHECK;
        return talk.request(
                operation,
                CollectorTopics.heartbeat(id),
                new EmptyPayload(),
                operation.timeout().standard());
    }

    private ConfigValue.Table subject() {
        var fields =
                new Fields()
                        .with("operation", CollectorOperation.HEALTH_CHECK)
                        .with("collectors", ids)
                        .with("loop", kind.rate.isPresent() ? "open" : "closed");
        return kind.rate.isPresent()
                ? fields.with("rate_per_second", kind.rate.get()).object()
                : fields.with("outstanding", kind.outstanding).object();
    }

    private String sentence() {
        var whom = ids.stream().map(CollectorId::text).collect(Collectors.joining(", "));
        return kind.rate.isPresent()
                ? "HealthCheck of %s, open loop, %s calls/s"
                        .formatted(whom, Units.plain(kind.rate.get()))
                : "HealthCheck of %s, closed loop, %d outstanding"
                        .formatted(whom, kind.outstanding);
    }

    private void check(boolean right, String otherwise) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
