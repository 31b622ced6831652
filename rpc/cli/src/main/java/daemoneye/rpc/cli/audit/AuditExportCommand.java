package daemoneye.rpc.cli.audit;

import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.option.Candidates;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.run.OutFile;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.client.audit.VisibleText;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Writes entries of a folder into one file.
@Command(
        name = "export",
        description = "Writes the audit logs of a folder into one file, without any broker.",
        footer = {
            "",
            "Example: daemoneye audit export --from 2026-11-01 --to 2026-12-01 --format csv --out"
                    + " november.csv",
            "jsonl has the very lines of the logs, with their hashes; csv is for spreadsheets."
        })
public final class AuditExportCommand implements Callable<Integer> {
    private static final int MOST_PROCESS = 200;

    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private OutputOptions output = new OutputOptions();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = TimeReader.class,
            description = "Not before, e.g. 2026-11-01 or 2026-11-01T08:00:00Z (UTC).")
    private Optional<Instant> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = TimeReader.class,
            description = "Only before.")
    private Optional<Instant> to = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = Candidates.Formats.class,
            description = "jsonl (default) or csv.")
    private String format = "jsonl";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where to; replaced as a whole if it is there.")
    private Path file = Path.of("");

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "With the logs. Default: the folder of this user.")
    private Optional<Path> folder = Optional.empty();

    public AuditExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (!format.equals("jsonl") && !format.equals("csv")) {
            throw usage("the format is jsonl or csv, not \"%s\"".formatted(format));
        }
        var source =
                folder.map(AuditFolder::new)
                        .orElseGet(() -> AuditFolder.ofThisUser(surroundings.environment()));
        var target = new OutFile(file, true);
        target.check(spec.commandLine());
        var report = surroundings.report(spec, output.json());
        try {
            var export =
                    new ExportFile(
                            source,
                            from.orElse(Instant.MIN),
                            to.orElse(Instant.MAX),
                            format.equals("csv"));
            var done = write(export, report);
            if (report.json()) {
                report.document(
                        new Fields()
                                .with("file", file.toString())
                                .with("entries", done.entries())
                                .with("unreadable", done.unreadable())
                                .object());
            } else {
                report.line("%d entries written to %s".formatted(done.entries(), file));
            }
            if (done.unreadable() > 0) {
                report.remark(
                        "%d lines are no entries and were left out: daemoneye audit verify"
                                .formatted(done.unreadable()));
            }
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw target.failure(e);
        }
        return ExitCode.DONE.number();
    }

    private ExportFile.Done write(ExportFile export, Report report) throws IOException {
        try (var progress = report.progress()) {
            return export.write(
                    file,
                    process ->
                            progress.show(
                                    "Exporting the log of %s ..."
                                            .formatted(VisibleText.of(process, MOST_PROCESS))));
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /// Reads a day or an instant, both in UTC.
    public static final class TimeReader implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return text.length() == "2026-11-01".length()
                        ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                        : Instant.parse(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "\"%s\" is no time: write 2026-11-01 or 2026-11-01T08:00:00Z"
                                .formatted(text));
            }
        }
    }
}
