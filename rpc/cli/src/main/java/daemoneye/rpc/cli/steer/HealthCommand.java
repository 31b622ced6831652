package daemoneye.rpc.cli.steer;

import daemoneye.rpc.cli.option.CollectorIdReader;
import daemoneye.rpc.cli.option.ConnectOptions;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.option.TimeoutOption;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/// Asks a collector how it does.
@Command(
        name = "health",
        description = "Asks a collector how it does: its parts, its figures, its errors.",
        footer = {"", "Example: daemoneye health procmond"})
public final class HealthCommand implements Callable<Integer> {
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

    public HealthCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var report = surroundings.report(spec, output.json());
        var operation = CollectorOperation.HEALTH_CHECK;
        var patience = timeout.of(operation);
        try (var talk = Conversation.with(connect, surroundings)) {
            var request =
                    talk.request(
                            operation, CollectorTopics.heartbeat(id), new EmptyPayload(), patience);
            var done = talk.ask(request, id, report);
            var health =
                    new HealthText(
                            Answers.payload(done, HealthCheckData.class),
                            done.response().timestamp(),
                            done.took());
            if (report.json()) {
                report.document(health.json());
            } else {
                report.lines(health.lines(report.paint()));
            }
        }
        return ExitCode.DONE.number();
    }
}
