package daemoneye.rpc.cli.config;

import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.json.JsonText;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.OutFile;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.value.ConfigValue;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Writes the settings of a collector as `config apply --file` and the window's import read them.
@Command(
        name = "export",
        description = {
            "Writes the settings of a collector as one JSON object, as config apply --file, config"
                    + " diff --file and the window read it.",
            "Secrets are masked; a mask that is applied leaves the secret as it is."
        },
        footer = {
            "",
            "Examples:",
            "  daemoneye config export procmond --out procmond.json",
            "  daemoneye config export procmond | daemoneye config apply other --file -"
        })
public final class ConfigExportCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ConfigOptions options = new ConfigOptions();

    @Option(names = "--at", paramLabel = "VERSION", description = "An older version.")
    private Optional<Long> version = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to. Default: standard output.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--force", description = "Replace the file if it is there, as a whole.")
    private boolean force;

    public ConfigExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var file = out.map(path -> new OutFile(path, force));
        file.ifPresent(each -> each.check(spec.commandLine()));
        var report = surroundings.report(spec, options.json());
        var patience = options.timeout().of(CollectorOperation.GET_CONFIG);
        try (var talk = Conversation.with(options.connect(), surroundings)) {
            var config = new ConfigTalk(talk, options.id(), report);
            var shown =
                    version.isPresent()
                            ? config.version(version.get(), patience)
                            : config.current(patience);
            file.ifPresentOrElse(each -> write(each, shown, report), () -> print(shown, report));
        }
        return ExitCode.DONE.number();
    }

    private static void print(ShownConfig shown, Report report) {
        var values = new ConfigValue.Table(shown.values());
        if (report.json()) {
            report.document(values);
        } else {
            report.line(JsonText.pretty(values));
        }
    }

    private void write(OutFile file, ShownConfig shown, Report report) {
        var text = JsonText.pretty(new ConfigValue.Table(shown.values())) + "\n";
        file.write(text.getBytes(StandardCharsets.UTF_8));
        if (report.json()) {
            report.document(
                    new Fields()
                            .with("collector_id", options.id())
                            .with("config_version", shown.version())
                            .with("file", file.path().toString())
                            .with("settings", shown.values().size())
                            .object());
        } else {
            report.line(
                    "%s, version %d: %d settings written to %s"
                            .formatted(
                                    options.id(),
                                    shown.version(),
                                    shown.values().size(),
                                    file.path()));
        }
    }
}
