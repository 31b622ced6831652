package daemoneye.rpc.cli.steer;

import daemoneye.rpc.cli.option.CollectorIdReader;
import daemoneye.rpc.cli.option.ConnectOptions;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.IncarnationReader;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.option.TimeoutOption;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.Optional;
import java.util.concurrent.Callable;

/// Starts, stops, restarts, pauses or resumes a collector. One class for the five: they differ in
/// nothing but the operation.
@Command
public final class LifecycleCommand implements Callable<Integer> {
    private final CollectorOperation operation;
    private final String doneWord;
    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ConnectOptions connect = new ConnectOptions();
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private TimeoutOption timeout = new TimeoutOption();

    @Parameters(
            index = "0",
            paramLabel = "ID",
            converter = CollectorIdReader.class,
            description = "The collector, e.g. procmond.")
    private CollectorId id = new CollectorId("none");

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; goes into the audit log.")
    private Optional<String> reason = Optional.empty();

    @Option(
            names = "--incarnation",
            paramLabel = "N",
            converter = IncarnationReader.class,
            description = "Only this life of it, never its successor; see fleet list --json.")
    private Optional<Incarnation> incarnation = Optional.empty();

    /// @param doneWord what the collector is afterwards, e.g. `paused`
    public LifecycleCommand(
            CollectorOperation operation, String doneWord, Surroundings surroundings) {
        this.operation = operation;
        this.doneWord = doneWord;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var report = surroundings.report(spec, output.json());
        var patience = timeout.of(operation);
        try (var talk = Conversation.with(connect, surroundings)) {
            var request = talk.request(operation, CollectorTopics.lifecycle(id), order(), patience);
            new Steering(operation, id, doneWord).run(talk, request, report);
        }
        return ExitCode.DONE.number();
    }

    private CollectorLifecycleRequest order() {
        var order = CollectorLifecycleRequest.of(id);
        return new CollectorLifecycleRequest(
                id,
                order.collectorType(),
                order.configOverrides(),
                order.environment(),
                order.resourceLimits(),
                order.startupTimeoutMs(),
                incarnation,
                reason);
    }
}
