package daemoneye.rpc.cli.steer;

import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.option.CollectorIdReader;
import daemoneye.rpc.cli.option.ConnectOptions;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.option.TimeoutOption;
import daemoneye.rpc.cli.output.Units;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.FactLines;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.client.call.CallOutcome.Done;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.value.ConfigValue;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.Map;
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
            var request =
                    talk.request(
                            operation,
                            CollectorTopics.lifecycle(id),
                            CollectorLifecycleRequest.of(id),
                            patience);
            tell(ask(talk, request, report), report);
        }
        return ExitCode.DONE.number();
    }

    private Done ask(Conversation talk, RpcRequest request, Report report) {
        try (var progress = report.progress()) {
            talk.onTrouble(progress::show);
            progress.show("%s %s ...".formatted(operation.designName(), id));
            return talk.ask(request, id, step -> progress.show(step(step)));
        }
    }

    private void tell(Done done, Report report) {
        if (report.json()) {
            report.document(
                    new Fields()
                            .with("collector_id", id)
                            .with("operation", operation)
                            .with("status", done.response().status())
                            .with("request_id", done.response().requestId())
                            .with("service_id", done.response().serviceId())
                            .millis("took_ms", done.took())
                            .with("payload", done.response().payload())
                            .object());
        } else {
            report.line("%s: %s in %s".formatted(id, doneWord, Units.duration(done.took())));
            report.lines(FactLines.of(facts(done.response())));
        }
    }

    private String step(RpcResponse report) {
        var step = Optional.ofNullable(facts(report).get("step"));
        return "%s %s: %s"
                .formatted(
                        operation.designName(),
                        id,
                        step.map(ConfigValue::toString).orElse("in progress"));
    }

    private static Map<String, ConfigValue> facts(RpcResponse response) {
        return response.payload().orElse(new EmptyPayload()) instanceof GenericPayload(var values)
                ? values
                : Map.of();
    }
}
