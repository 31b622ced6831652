package daemoneye.rpc.cli.audit;

import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.json.RecordJson;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.run.Progress;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.client.audit.VisibleText;
import daemoneye.rpc.client.audit.disk.FolderDisk;
import daemoneye.rpc.client.audit.format.SegmentName;
import daemoneye.rpc.client.audit.read.BadEntry;
import daemoneye.rpc.client.audit.read.LogVerdict;
import daemoneye.rpc.client.audit.read.LogVerifier;
import daemoneye.rpc.protocol.value.ConfigValue;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/// Verifies logs offline.
@Command(
        name = "verify",
        description = {
            "Verifies audit logs without any broker: every hash, every link of the chain, and that"
                    + " nothing was cut off. Names the first bad entry of each log."
        },
        footer = {
            "",
            "Example: daemoneye audit verify /run/user/1000/daemoneye/audit",
            "Exit code 0: all logs are whole; 1: one is not; 2: there is nothing to verify."
        })
public final class AuditVerifyCommand implements Callable<Integer> {
    private static final int MOST_TEXT = 1_000;

    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private OutputOptions output = new OutputOptions();

    @Parameters(
            paramLabel = "FOLDER|FILE",
            arity = "0..*",
            description = {
                "Folders with logs, or single files of one, which are then verified alone. Default:"
                        + " the folder of this user."
            })
    private List<Path> places = new ArrayList<>();

    public AuditVerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var report = surroundings.report(spec, output.json());
        var verdicts = new ArrayList<LogVerdict>();
        try (var progress = report.progress()) {
            if (places.isEmpty()) {
                folder(AuditFolder.ofThisUser(surroundings.environment()), verdicts, progress);
            }
            for (var place : places) {
                if (Files.isRegularFile(place)) {
                    verdicts.add(file(place));
                } else {
                    folder(new AuditFolder(place), verdicts, progress);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(), "a log cannot be read: " + e.getMessage(), e);
        }
        tell(verdicts, report);
        boolean intact = verdicts.stream().allMatch(LogVerdict::intact);
        return (intact ? ExitCode.DONE : ExitCode.FAILED).number();
    }

    private static void folder(AuditFolder folder, List<LogVerdict> to, Progress progress)
            throws IOException {
        var verifier = new LogVerifier(folder.disk());
        for (var process : folder.processes()) {
            progress.show("Verifying the log of %s ...".formatted(visible(process)));
            to.add(verifier.verify(process));
        }
    }

    private static LogVerdict file(Path file) throws IOException {
        var name = String.valueOf(file.getFileName());
        var segment =
                SegmentName.of(name)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "\"%s\" is not named like a log, e.g."
                                                                .formatted(name)
                                                        + " procmond.000001.jsonl"));
        var parent = file.toAbsolutePath().getParent();
        return new LogVerifier(new FolderDisk(parent == null ? file : parent)).verify(segment);
    }

    private static void tell(List<LogVerdict> verdicts, Report report) {
        if (report.json()) {
            report.document(
                    new Fields()
                            .with("intact", verdicts.stream().allMatch(LogVerdict::intact))
                            .with("logs", verdicts.stream().map(AuditVerifyCommand::json).toList())
                            .object());
            return;
        }
        for (var verdict : verdicts) {
            report.line(verdict.bad().map(bad -> bad(verdict, bad)).orElseGet(() -> good(verdict)));
            verdict.remarks().forEach(remark -> report.line("  note: " + visible(remark)));
        }
    }

    private static ConfigValue json(LogVerdict verdict) {
        return new Fields()
                .with("process", verdict.process())
                .with("files", verdict.files())
                .with("entries", verdict.entries())
                .with("last_sequence", verdict.lastSequence())
                .with("intact", verdict.intact())
                .with("bad", verdict.bad().map(RecordJson::fields))
                .with("remarks", verdict.remarks())
                .object();
    }

    private static String good(LogVerdict verdict) {
        return String.format(
                Locale.ROOT,
                "%s: whole, %,d entries in %d files, the last is %d",
                verdict.process(),
                verdict.entries(),
                verdict.files(),
                verdict.lastSequence());
    }

    private static String bad(LogVerdict verdict, BadEntry bad) {
        return String.format(
                Locale.ROOT,
                "%s: BAD at entry %d (%s, line %d): %s [%s]; %,d entries before it are right",
                verdict.process(),
                bad.sequence(),
                bad.file(),
                bad.line(),
                visible(bad.message()),
                bad.fault().wireName(),
                verdict.entries());
    }

    private static String visible(String text) {
        return VisibleText.of(text, MOST_TEXT);
    }
}
