package daemoneye.rpc.cli.config;

import daemoneye.rpc.cli.json.BadJson;
import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.output.Cell;
import daemoneye.rpc.cli.output.Style;
import daemoneye.rpc.cli.output.TextTable;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.client.schema.Setting;
import daemoneye.rpc.client.schema.SettingsSchema;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.value.ConfigValue;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Compares the settings that hold with a file or with an older version.
@Command(
        name = "diff",
        description = "Compares the settings that hold with a file or an older version.",
        footer = {"", "Example: daemoneye config diff procmond --at 3"})
public final class ConfigDiffCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ConfigOptions options = new ConfigOptions();

    @ArgGroup private Other other = new Other();

    /// What they are compared with.
    static final class Other {
        @Option(
                names = "--file",
                paramLabel = "FILE",
                description = "One JSON object; what it leaves out is not compared; - for a pipe.")
        private Optional<String> file = Optional.empty();

        @Option(names = "--at", paramLabel = "VERSION", description = "An older version.")
        private Optional<Long> version = Optional.empty();
    }

    public ConfigDiffCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (other.version.isEmpty() && other.file.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "say what to compare with: --at VERSION or --file FILE");
        }
        var report = surroundings.report(spec, options.json());
        var patience = options.timeout().of(CollectorOperation.GET_CONFIG);
        try (var talk = Conversation.with(options.connect(), surroundings)) {
            var config = new ConfigTalk(talk, options.id(), report);
            var now = config.current(patience);
            var theirs =
                    other.version.isPresent()
                            ? config.version(other.version.get(), patience).values()
                            : file(now);
            tell(now, differences(now, theirs), report);
        }
        return ExitCode.DONE.number();
    }

    private record Difference(ConfigValue now, ConfigValue other) {}

    private Map<String, ConfigValue> file(ShownConfig now) {
        try {
            var values = new LinkedHashMap<String, ConfigValue>();
            GivenChanges.object(other.file.orElse("-"), surroundings.input())
                    .forEach((name, value) -> values.put(name, orUsual(now, name, value)));
            return values;
        } catch (BadJson e) {
            throw new ParameterException(spec.commandLine(), e.sentence());
        }
    }

    private static ConfigValue orUsual(ShownConfig now, String name, ConfigValue value) {
        return value instanceof ConfigValue.Nothing
                ? now.setting(name).map(Setting::usual).orElse(value)
                : value;
    }

    private static Map<String, Difference> differences(
            ShownConfig now, Map<String, ConfigValue> theirs) {
        var found = new LinkedHashMap<String, Difference>();
        theirs.forEach(
                (name, value) -> {
                    var holds = now.values().getOrDefault(name, new ConfigValue.Nothing());
                    if (!holds.equals(value)) {
                        found.put(name, new Difference(holds, shown(now, name, value)));
                    }
                });
        return found;
    }

    // A secret of a file is not for the screen; whether it is the same cannot be told.
    private static ConfigValue shown(ShownConfig now, String name, ConfigValue value) {
        return now.schema()
                .map(schema -> schema.masked(Map.of(name, value)).getOrDefault(name, value))
                .orElse(value);
    }

    private void tell(ShownConfig now, Map<String, Difference> found, Report report) {
        if (report.json()) {
            var entries = new ArrayList<ConfigValue>();
            found.forEach(
                    (name, each) ->
                            entries.add(
                                    new Fields()
                                            .with("setting", name)
                                            .with("now", each.now())
                                            .with("other", each.other())
                                            .object()));
            report.document(
                    new Fields()
                            .with("collector_id", options.id())
                            .with("config_version", now.version())
                            .with("differences", entries)
                            .object());
        } else if (found.isEmpty()) {
            report.line("%s: no difference to version %d".formatted(options.id(), now.version()));
        } else {
            var table = new TextTable("SETTING", "NOW", heading());
            found.forEach(
                    (name, each) -> table.row(Cell.of(name), cell(each.now()), cell(each.other())));
            report.lines(table.lines(report.paint()));
        }
    }

    private String heading() {
        return other.version.isPresent() ? "VERSION " + other.version.get() : "FILE";
    }

    private static Cell cell(ConfigValue value) {
        return value.equals(ConfigValue.of(SettingsSchema.MASK))
                ? new Cell("secret", Style.FAINT)
                : Cell.of(SettingValue.text(value));
    }
}
