package daemoneye.rpc.cli.call;

import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.option.ConnectOptions;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.option.TimeoutOption;
import daemoneye.rpc.cli.output.Units;
import daemoneye.rpc.cli.run.CommandFailure;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.value.ConfigValue;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Asks what became of a request.
@Command(
        name = "outcome",
        description = {
            "Asks what became of a request, e.g. of one whose answer never came. Nothing is sent"
                    + " again.",
            "Ends as the request itself would have: 0 if it was done, 1 if not, 4 if it is under"
                    + " way or nobody knows."
        },
        footer = {
            "",
            "Example: daemoneye outcome procmond 319c708b-38fe-4800-a36b-04bed5c8b9e5",
            "Agents and collectors remember requests for ten minutes."
        })
public final class OutcomeCommand implements Callable<Integer> {
    private static final String STATE = "state";
    private static final String UNKNOWN = "unknown";

    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private RequestChoice choice = new RequestChoice();
    @Mixin private ConnectOptions connect = new ConnectOptions();
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private TimeoutOption timeout = new TimeoutOption();

    public OutcomeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var report = surroundings.report(spec, output.json());
        var patience = timeout.of(CollectorOperation.QUERY_OUTCOME);
        try (var talk = Conversation.with(connect, surroundings)) {
            var facts = facts(new Responders(talk, choice, patience), report);
            if (report.json()) {
                var id = new Fields().with("collector_id", choice.id());
                facts.forEach(id::with);
                report.document(id.object());
            } else {
                report.line(sentence(facts));
            }
            return exit(text(facts, STATE)).number();
        }
    }

    /// Of the agent; of the collector itself if that does not know it: it carries out tasks.
    private Map<String, ConfigValue> facts(Responders responders, Report report) {
        var question = CollectorOperation.QUERY_OUTCOME;
        var agents =
                Responders.facts(
                        responders.ask(question, CollectorTopics.lifecycle(choice.id()), report));
        if (!text(agents, STATE).equals(UNKNOWN)) {
            return agents;
        }
        try {
            var own =
                    Responders.facts(
                            responders.ask(question, CollectorTopics.task(choice.id()), report));
            return text(own, STATE).equals(UNKNOWN) ? agents : own;
        } catch (CommandFailure _) {
            // A collector that does not answer carries out nothing that its agent knows nothing of.
            return agents;
        }
    }

    private String sentence(Map<String, ConfigValue> facts) {
        var state = text(facts, STATE);
        var message = text(facts, "message");
        if (state.equals(UNKNOWN)) {
            return message.isEmpty() ? "nobody knows what became of it" : message;
        }
        var what = "%s %s: %s".formatted(text(facts, "operation"), choice.id(), state);
        return what
                + ago(facts, "started_ms_ago").map(each -> ", begun " + each + " ago").orElse("")
                + ago(facts, "ended_ms_ago").map(each -> ", ended " + each + " ago").orElse("")
                + (message.isEmpty() ? "" : ": " + message);
    }

    private static Optional<String> ago(Map<String, ConfigValue> facts, String name) {
        return facts.get(name) instanceof ConfigValue.Whole(long ms)
                ? Optional.of(Units.duration(Duration.ofMillis(ms)))
                : Optional.empty();
    }

    private static ExitCode exit(String state) {
        return switch (state) {
            case "done" -> ExitCode.DONE;
            case "failed", "cancelled" -> ExitCode.FAILED;
            default -> ExitCode.UNKNOWN_OUTCOME;
        };
    }

    private static String text(Map<String, ConfigValue> facts, String name) {
        return facts.get(name) instanceof ConfigValue.Text(var text) ? text : "";
    }
}
