package daemoneye.rpc.cli.call;

import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.option.ConnectOptions;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.option.TimeoutOption;
import daemoneye.rpc.cli.run.CommandFailure;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.client.call.CallOutcome.Done;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/// Stops a request that has had no effect yet.
@Command(
        name = "cancel",
        description = {
            "Stops a request that is under way and has had no effect yet. Too late is said, and the"
                    + " request goes on."
        },
        footer = {
            "",
            "Example: daemoneye cancel procmond 319c708b-38fe-4800-a36b-04bed5c8b9e5",
        })
public final class CancelCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private RequestChoice choice = new RequestChoice();
    @Mixin private ConnectOptions connect = new ConnectOptions();
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private TimeoutOption timeout = new TimeoutOption();

    public CancelCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var report = surroundings.report(spec, output.json());
        var patience = timeout.of(CollectorOperation.CANCEL);
        try (var talk = Conversation.with(connect, surroundings)) {
            tell(cancelled(new Responders(talk, choice, patience), report), report);
        }
        return ExitCode.DONE.number();
    }

    // By the agent; by the collector itself if its agent does not know it.
    private Done cancelled(Responders responders, Report report) {
        var operation = CollectorOperation.CANCEL;
        try {
            return responders.ask(operation, CollectorTopics.lifecycle(choice.id()), report);
        } catch (CommandFailure failure) {
            if (!failure.error().code().equals(ErrorCode.REQUEST_UNKNOWN.name())) {
                throw failure;
            }
            return askCollector(responders, report, failure);
        }
    }

    private Done askCollector(Responders responders, Report report, CommandFailure agents) {
        try {
            return responders.ask(
                    CollectorOperation.CANCEL, CollectorTopics.task(choice.id()), report);
        } catch (CommandFailure own) {
            throw own.error().code().equals(ErrorCode.NO_RESPONDER.name()) ? agents : own;
        }
    }

    private void tell(Done done, Report report) {
        if (report.json()) {
            var fields = new Fields().with("collector_id", choice.id());
            Responders.facts(done).forEach(fields::with);
            report.document(fields.object());
        } else {
            report.line("cancelled: it has had no effect");
        }
    }
}
