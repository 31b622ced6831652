package daemoneye.rpc.cli.steer;

import daemoneye.rpc.cli.option.ConnectOptions;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.option.TimeoutOption;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.time.Duration;
import java.util.concurrent.Callable;

/// Starts, stops, restarts, pauses or resumes collectors. One class for the five: they differ in
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

    @Mixin private Chosen chosen = new Chosen();

    /// @param doneWord what the collector is afterwards, e.g. `paused`
    public LifecycleCommand(
            CollectorOperation operation, String doneWord, Surroundings surroundings) {
        this.operation = operation;
        this.doneWord = doneWord;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var ids = chosen.ids();
        var report = surroundings.report(spec, output.json());
        var patience = timeout.of(operation);
        try (var talk = Conversation.with(connect, surroundings)) {
            if (ids.size() > 1) {
                return new Several(operation, doneWord, chosen.wave())
                        .run(talk, ids, id -> request(talk, id, patience), report)
                        .number();
            }
            var id = ids.getFirst();
            new Steering(operation, id, doneWord).run(talk, request(talk, id, patience), report);
        }
        return ExitCode.DONE.number();
    }

    private RpcRequest request(Conversation talk, CollectorId id, Duration patience) {
        return talk.request(operation, CollectorTopics.lifecycle(id), order(id), patience);
    }

    private CollectorLifecycleRequest order(CollectorId id) {
        var order = CollectorLifecycleRequest.of(id);
        return new CollectorLifecycleRequest(
                id,
                order.collectorType(),
                order.configOverrides(),
                order.environment(),
                order.resourceLimits(),
                order.startupTimeoutMs(),
                chosen.incarnation(),
                chosen.reason());
    }
}
