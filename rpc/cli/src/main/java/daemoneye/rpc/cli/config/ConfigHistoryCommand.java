package daemoneye.rpc.cli.config;

import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.output.Cell;
import daemoneye.rpc.cli.output.TextTable;
import daemoneye.rpc.cli.output.Units;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.value.ConfigValue;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// Shows who changed the settings of a collector, when, why and what.
@Command(
        name = "history",
        description = "Shows who changed the settings of a collector, newest first.",
        footer = {"", "Example: daemoneye config history procmond --last 5"})
public final class ConfigHistoryCommand implements Callable<Integer> {
    private static final int SCREEN = 20;
    private static final int WIDEST = 100;

    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ConfigOptions options = new ConfigOptions();

    @Option(
            names = "--last",
            paramLabel = "N",
            description = "How many versions; usually " + SCREEN + ", 200 are kept.")
    private long last = SCREEN;

    public ConfigHistoryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (last < 1) {
            throw new ParameterException(spec.commandLine(), "--last is a number from 1");
        }
        var report = surroundings.report(spec, options.json());
        var patience = options.timeout().of(CollectorOperation.GET_CONFIG);
        try (var talk = Conversation.with(options.connect(), surroundings)) {
            var answer = new ConfigTalk(talk, options.id(), report).history(last, patience);
            if (report.json()) {
                report.document(new ConfigValue.Table(answer));
            } else {
                report.lines(table(answer).lines(report.paint()));
            }
        }
        return ExitCode.DONE.number();
    }

    private static TextTable table(Map<String, ConfigValue> answer) {
        var table = new TextTable(">VERSION", "SINCE", "FOR", "BY", "CHANGES", "WHY");
        var entries =
                answer.get("history") instanceof ConfigValue.Items(var items)
                        ? items
                        : List.<ConfigValue>of();
        for (var entry : entries) {
            if (entry instanceof ConfigValue.Table(var fields)) {
                row(table, fields);
            }
        }
        return table;
    }

    private static void row(TextTable table, Map<String, ConfigValue> fields) {
        table.row(
                Cell.of(text(fields, "version")),
                Cell.of(text(fields, "at")),
                Cell.of(lived(fields)),
                Cell.of(text(fields, "by")),
                Cell.of(changes(fields)),
                Cell.of(shortened(text(fields, "reason"))));
    }

    private static String lived(Map<String, ConfigValue> fields) {
        return fields.get("live_ms") instanceof ConfigValue.Whole(var ms)
                ? Units.duration(Duration.ofMillis(ms))
                : "now";
    }

    private static String changes(Map<String, ConfigValue> fields) {
        return fields.get("changes") instanceof ConfigValue.Table(var changes)
                ? changes.entrySet().stream()
                        .map(each -> each.getKey() + "=" + SettingValue.text(each.getValue()))
                        .collect(Collectors.joining(" "))
                : "";
    }

    // All of it is in the JSON.
    private static String shortened(String reason) {
        return reason.length() <= WIDEST ? reason : reason.substring(0, WIDEST - 1) + "…";
    }

    private static String text(Map<String, ConfigValue> fields, String name) {
        return Optional.ofNullable(fields.get(name))
                .map(SettingValue::text)
                .orElse("")
                .replace("\"\"", "");
    }
}
