package daemoneye.rpc.cli.config;

import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

/// Takes the values of an older version again.
@Command(
        name = "rollback",
        description = "Takes the values of an older version again, as a new version.",
        footer = {"", "Example: daemoneye config rollback procmond 3 --reason \"too slow\""})
public final class ConfigRollbackCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ConfigOptions options = new ConfigOptions();
    @Mixin private ChangeOptions how = new ChangeOptions();

    @Parameters(index = "1", paramLabel = "VERSION", description = "See: config history.")
    private long version;

    public ConfigRollbackCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var report = surroundings.report(spec, options.json());
        var patience =
                options.timeout()
                        .of(CollectorOperation.UPDATE_CONFIG, UpdateRun.patience(how.restart()));
        var wish =
                new ConfigUpdateRequest(
                        options.id(),
                        Map.of(),
                        false,
                        how.restart(),
                        how.rollback(),
                        how.expected(),
                        how.reason(),
                        OptionalLong.of(version));
        try (var talk = Conversation.with(options.connect(), surroundings)) {
            var config = new ConfigTalk(talk, options.id(), report);
            return new UpdateRun(config, options.id(), report).run(wish, patience).number();
        }
    }
}
