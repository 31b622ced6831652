package daemoneye.rpc.cli.config;

import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.output.Cell;
import daemoneye.rpc.cli.output.Paint;
import daemoneye.rpc.cli.output.Style;
import daemoneye.rpc.cli.output.TextTable;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.client.schema.Setting;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.value.ConfigValue;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Shows all settings of a collector, as they are or as they were.
@Command(
        name = "get",
        description = "Shows every setting of a collector. Secrets are masked.",
        footer = {"", "Example: daemoneye config get procmond --at 3"})
public final class ConfigGetCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ConfigOptions options = new ConfigOptions();

    @Option(names = "--at", paramLabel = "VERSION", description = "An older version.")
    private Optional<Long> version = Optional.empty();

    public ConfigGetCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var report = surroundings.report(spec, options.json());
        var patience = options.timeout().of(CollectorOperation.GET_CONFIG);
        try (var talk = Conversation.with(options.connect(), surroundings)) {
            var config = new ConfigTalk(talk, options.id(), report);
            var shown =
                    version.isPresent()
                            ? config.version(version.get(), patience)
                            : config.current(patience);
            if (report.json()) {
                report.document(new ConfigValue.Table(shown.answer()));
            } else {
                report.lines(lines(shown, report.paint()));
            }
        }
        return ExitCode.DONE.number();
    }

    private List<String> lines(ShownConfig shown, Paint paint) {
        var lines = new ArrayList<String>();
        lines.add("%s, version %d%s".formatted(options.id(), shown.version(), origin(shown)));
        var table = new TextTable("SETTING", "VALUE", "UNIT", "USUAL", "NOTE");
        shown.values().forEach((name, value) -> row(table, shown, name, value));
        lines.addAll(table.lines(paint));
        if (!shown.text("warning").isEmpty()) {
            lines.add(paint.of(Style.WARNING, "warning:") + " " + shown.text("warning"));
        }
        return lines;
    }

    private static void row(TextTable table, ShownConfig shown, String name, ConfigValue value) {
        var setting = shown.setting(name);
        var usual = setting.map(Setting::usual);
        boolean told = usual.isPresent() && !usual.get().equals(value);
        table.row(
                Cell.of(name),
                new Cell(SettingValue.text(value), told ? Style.STRONG : Style.PLAIN),
                Cell.of(setting.map(Setting::unit).orElse("")),
                new Cell(told ? SettingValue.text(usual.get()) : "", Style.FAINT),
                note(shown, name));
    }

    private static Cell note(ShownConfig shown, String name) {
        if (shown.pending().contains(name)) {
            return new Cell("waits for a restart", Style.WARNING);
        }
        boolean restart =
                shown.setting(name)
                        .filter(each -> each.apply() == Setting.Apply.RESTART)
                        .isPresent();
        return new Cell(restart ? "needs a restart" : "", Style.FAINT);
    }

    private static String origin(ShownConfig shown) {
        var reason = shown.text("reason");
        return shown.text("by").isEmpty()
                ? ""
                : ", since %s by %s%s"
                        .formatted(
                                shown.text("at"),
                                shown.text("by"),
                                reason.isEmpty() ? "" : " (" + reason + ")");
    }
}
