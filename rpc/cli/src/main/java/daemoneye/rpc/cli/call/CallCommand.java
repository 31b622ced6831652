package daemoneye.rpc.cli.call;

import daemoneye.rpc.cli.json.BadJson;
import daemoneye.rpc.cli.json.JsonInput;
import daemoneye.rpc.cli.json.TextSource;
import daemoneye.rpc.cli.option.Candidates;
import daemoneye.rpc.cli.option.CollectorIdReader;
import daemoneye.rpc.cli.option.ConnectOptions;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.option.TimeoutOption;
import daemoneye.rpc.cli.run.CommandFailure;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.CallOutcome.Done;
import daemoneye.rpc.client.call.CallOutcome.Failed;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.topic.Topic;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Sends any operation of the protocol, with its payload from JSON.
@Command(
        name = "call",
        description = "Sends any operation of the protocol and prints the answer.",
        footer = {
            "",
            "Examples:",
            "  daemoneye call HealthCheck procmond",
            "  daemoneye call Start procmond --payload '{\"startup_timeout_ms\": 30000}'",
            "  daemoneye call UpdateConfig procmond --payload @changes.json",
            "  daemoneye call ListCollectors --json"
        })
public final class CallCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ConnectOptions connect = new ConnectOptions();
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private TimeoutOption timeout = new TimeoutOption();

    @Parameters(
            index = "0",
            paramLabel = "OPERATION",
            converter = OperationReader.class,
            completionCandidates = Candidates.Operations.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private CollectorOperation operation = CollectorOperation.UNKNOWN;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ID",
            converter = CollectorIdReader.class,
            description = "The collector that it is about.")
    private Optional<CollectorId> id = Optional.empty();

    @Option(
            names = "--payload",
            paramLabel = "JSON|@FILE|-",
            description = "Fields as the design names them; what is missing is as usual.")
    private String payload = "{}";

    @Option(
            names = "--target",
            paramLabel = "TOPIC",
            description = "Where to send it, if not where the operation usually goes.")
    private Optional<String> target = Optional.empty();

    public CallCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var report = surroundings.report(spec, output.json());
        var patience = timeout.of(operation);
        var topic = topic();
        var body = body();
        try (var talk = Conversation.with(connect, surroundings)) {
            var request = talk.request(operation, topic, body, patience);
            if (target.isEmpty() && TargetRule.everyone(operation)) {
                return tell(request, talk.askEveryone(request), report);
            }
            return tell(request, ask(talk, request, report), report);
        }
    }

    private Done ask(Conversation talk, RpcRequest request, Report report) {
        try (var progress = report.progress()) {
            talk.onTrouble(progress::show);
            progress.show(operation.designName() + " ...");
            return id.isPresent()
                    ? talk.ask(request, id.get(), step -> progress.show(step(step)))
                    : talk.ask(request, step -> progress.show(step(step)));
        }
    }

    private static String step(RpcResponse response) {
        return "%s after %d ms ..."
                .formatted(response.status().wireName(), response.executionTimeMs());
    }

    private int tell(RpcRequest request, Done done, Report report) {
        var text = new CallText(request);
        if (report.json()) {
            report.document(text.json(done));
        } else {
            report.lines(text.lines(done));
        }
        return ExitCode.DONE.number();
    }

    /// All answers, if at least one is a success; else the first failure.
    private int tell(RpcRequest request, List<CallOutcome> outcomes, Report report) {
        var text = new CallText(request);
        var done = outcomes.stream().filter(Done.class::isInstance).map(Done.class::cast).toList();
        if (done.isEmpty()) {
            throw new CommandFailure(firstError(request, outcomes));
        }
        if (report.json()) {
            report.document(text.json(outcomes));
        } else {
            done.forEach(each -> report.lines(text.lines(each)));
        }
        return ExitCode.DONE.number();
    }

    private static RpcError firstError(RpcRequest request, List<CallOutcome> outcomes) {
        return outcomes.stream()
                .filter(Failed.class::isInstance)
                .map(each -> ((Failed) each).error())
                .findFirst()
                .orElseGet(
                        () ->
                                RpcError.notExecuted(
                                        ErrorCode.NO_RESPONDER,
                                        "nobody answers " + request.target()));
    }

    private Topic topic() {
        if (target.isPresent()) {
            return parsed(target.get());
        }
        return TargetRule.of(operation, id)
                .orElseThrow(
                        () ->
                                usage(
                                        "%s needs %s"
                                                .formatted(
                                                        operation.designName(),
                                                        id.isPresent()
                                                                ? "--target TOPIC"
                                                                : "the id of a collector, or"
                                                                        + " --target TOPIC")));
    }

    private Topic parsed(String text) {
        try {
            return new Topic(text);
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private RpcPayload body() {
        try {
            var tree = JsonInput.read(TextSource.text(payload, surroundings.input()));
            return PayloadForm.read(operation, id, tree);
        } catch (BadJson e) {
            throw usage("--payload: " + e.sentence());
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
