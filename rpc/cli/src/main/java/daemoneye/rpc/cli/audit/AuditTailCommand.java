package daemoneye.rpc.cli.audit;

import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.json.JsonText;
import daemoneye.rpc.cli.option.Candidates;
import daemoneye.rpc.cli.option.CollectorIdReader;
import daemoneye.rpc.cli.option.ConnectOptions;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.option.TimeoutOption;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.client.audit.read.AuditFilter;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.value.ConfigValue;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

/// Shows the newest entries of all logs, and those to come.
@Command(
        name = "tail",
        description = {
            "Shows the newest entries of the audit logs of all agents and their collectors, oldest"
                    + " first."
        },
        footer = {
            "",
            "Example: daemoneye audit tail -n 50 --collector procmond --failures",
            "With --follow: then what is published as it is written, which is changes, failures and"
                    + " notes of",
            "the logs themselves; calls that only read and succeed are not published."
        })
public final class AuditTailCommand implements Callable<Integer> {
    private static final int USUAL = 20;

    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ConnectOptions connect = new ConnectOptions();
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private TimeoutOption timeout = new TimeoutOption();

    @Option(
            names = "-n",
            paramLabel = "N",
            description = "Entries of each agent, 1 to 500. Default: 20.")
    private int number = USUAL;

    @Option(names = "--follow", description = "Go on with what is written from now on.")
    private boolean follow;

    @Option(
            names = "--collector",
            paramLabel = "ID",
            converter = CollectorIdReader.class,
            description = "Only the log of this collector.")
    private Optional<CollectorId> collector = Optional.empty();

    @Option(
            names = "--operation",
            paramLabel = "NAME",
            completionCandidates = Candidates.Operations.class,
            description = "Only this operation, e.g. Restart.")
    private Optional<String> operation = Optional.empty();

    @Option(names = "--failures", description = "Only what failed, and trouble with the logs.")
    private boolean failures;

    @Option(names = "--changes", description = "Leave out what only read and went well.")
    private boolean changes;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Read the logs of a folder, without any broker.")
    private Optional<Path> folder = Optional.empty();

    public AuditTailCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (follow && folder.isPresent()) {
            throw usage("--follow asks the agents: leave out --folder");
        }
        var report = surroundings.report(spec, output.json());
        var filter = filter();
        if (folder.isPresent()) {
            show(read(filter), report);
        } else {
            online(filter, report);
        }
        return ExitCode.DONE.number();
    }

    private void online(AuditFilter filter, Report report) throws InterruptedException {
        try (var talk = Conversation.with(connect, surroundings)) {
            var following = new AuditFollowing(filter);
            if (follow) {
                talk.link().auditEvents(following::heard);
            }
            var newest = newest(talk, filter, report);
            newest.forEach(following::seen);
            if (newest.isEmpty() && !follow && !report.json()) {
                report.line("No agent has such an entry.");
            }
            show(newest, report);
            if (follow) {
                following.run(
                        entry -> showOne(entry, report),
                        lost -> report.remark(leftOut(lost)),
                        report::deaf);
            }
        }
    }

    private List<Map<String, ConfigValue>> newest(
            Conversation talk, AuditFilter filter, Report report) {
        try (var progress = report.progress()) {
            progress.show("Asking the agents ...");
            return new AuditTalk(talk).newest(filter, timeout.of(CollectorOperation.QUERY_AUDIT));
        }
    }

    private List<Map<String, ConfigValue>> read(AuditFilter filter) {
        try {
            return OfflineTail.newest(new AuditFolder(folder.orElseThrow()), filter);
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    // While following, each entry is a document of its own.
    private void show(List<Map<String, ConfigValue>> entries, Report report) {
        if (report.json() && !follow) {
            List<ConfigValue> tables =
                    entries.stream().<ConfigValue>map(ConfigValue.Table::new).toList();
            report.document(new Fields().with("entries", tables).object());
        } else {
            entries.forEach(entry -> showOne(entry, report));
        }
    }

    private static void showOne(Map<String, ConfigValue> entry, Report report) {
        report.line(
                report.json()
                        ? JsonText.compact(new ConfigValue.Table(entry))
                        : EntryLine.of(entry, report.paint()));
    }

    private static String leftOut(long entries) {
        return "%d entries came faster than they were read and are left out; the logs have them."
                .formatted(entries);
    }

    private AuditFilter filter() {
        var named = operation.map(this::operation);
        try {
            return new AuditFilter(
                    number,
                    OptionalLong.empty(),
                    collector.map(CollectorId::text),
                    named,
                    failures,
                    changes,
                    false);
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private CollectorOperation operation(String name) {
        return CollectorOperation.named(name)
                .orElseThrow(() -> usage("\"%s\" is no operation, e.g. Restart".formatted(name)));
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
