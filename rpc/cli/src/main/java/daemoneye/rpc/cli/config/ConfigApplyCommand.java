package daemoneye.rpc.cli.config;

import daemoneye.rpc.cli.json.BadJson;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.value.ConfigValue;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Changes settings of a collector, or only has the change judged: `apply` and `validate`.
@Command
public final class ConfigApplyCommand implements Callable<Integer> {
    private final boolean validateOnly;
    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ConfigOptions options = new ConfigOptions();
    @Mixin private ChangeOptions how = new ChangeOptions();

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "KEY=VALUE",
            description = {
                "New values. Lists as a,b or as JSON. KEY=@FILE takes the text of a file and KEY=@-"
                        + " what is piped in: for secrets. A value that begins with @ is written"
                        + " @@."
            })
    private List<String> pairs = new ArrayList<>();

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "New values as one JSON object; - for what is piped in.")
    private Optional<String> file = Optional.empty();

    @Option(
            names = "--unset",
            paramLabel = "KEY",
            description = "Back to the usual value. May be repeated.")
    private List<String> unset = new ArrayList<>();

    /// @param validateOnly change nothing
    public ConfigApplyCommand(boolean validateOnly, Surroundings surroundings) {
        this.validateOnly = validateOnly;
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var changes = new GivenChanges(pairs, file, unset);
        if (changes.none() && !how.restart()) {
            throw new ParameterException(
                    spec.commandLine(), "say what to change: KEY=VALUE, --file or --unset");
        }
        var report = surroundings.report(spec, options.json());
        var patience =
                options.timeout()
                        .of(CollectorOperation.UPDATE_CONFIG, UpdateRun.patience(how.restart()));
        try (var talk = Conversation.with(options.connect(), surroundings)) {
            var config = new ConfigTalk(talk, options.id(), report);
            var now = config.current(CollectorOperation.GET_CONFIG.timeout().standard());
            var wish = wish(read(changes, now, report));
            return new UpdateRun(config, options.id(), report).run(wish, patience).number();
        }
    }

    private Map<String, ConfigValue> read(GivenChanges changes, ShownConfig now, Report report) {
        for (var name : changes.exposed(now)) {
            report.remark(
                    "%s is a secret, and everybody on this machine can see command lines: use %s=@FILE"
                            .formatted(name, name));
        }
        try {
            return changes.read(now, surroundings.input());
        } catch (BadJson e) {
            throw new ParameterException(spec.commandLine(), e.sentence());
        }
    }

    private ConfigUpdateRequest wish(Map<String, ConfigValue> values) {
        return new ConfigUpdateRequest(
                options.id(),
                values,
                validateOnly,
                how.restart(),
                how.rollback(),
                how.expected(),
                how.reason());
    }
}
