package daemoneye.rpc.cli.config;

import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Sends one change and tells what became of it.
final class UpdateRun {
    private final ConfigTalk talk;
    private final CollectorId id;
    private final Report report;

    UpdateRun(ConfigTalk talk, CollectorId id, Report report) {
        this.talk = talk;
        this.id = id;
        this.report = report;
    }

    /// How long to wait unless the user says so: a restart takes a while.
    static Duration patience(boolean restart) {
        var bounds = CollectorOperation.UPDATE_CONFIG.timeout();
        return restart ? bounds.most() : bounds.standard();
    }

    /// @return done, or failed if everything is as before
    ExitCode run(ConfigUpdateRequest wish, Duration patience) {
        var answer = ask(wish, patience);
        if (report.json()) {
            report.document(new ConfigValue.Table(answer));
        } else {
            report.lines(lines(answer, wish.validateOnly()));
        }
        return flag(answer, "rolled_back") || answer.containsKey("apply_error")
                ? ExitCode.FAILED
                : ExitCode.DONE;
    }

    private Map<String, ConfigValue> ask(ConfigUpdateRequest wish, Duration patience) {
        try (var progress = report.progress()) {
            progress.show("UpdateConfig %s ...".formatted(id));
            return talk.update(
                    wish,
                    patience,
                    step -> progress.show("UpdateConfig %s: %s".formatted(id, text(step))));
        }
    }

    private List<String> lines(Map<String, ConfigValue> answer, boolean validated) {
        var lines = new ArrayList<String>();
        lines.add(headline(answer, validated));
        names(lines, answer, "applied_changes", validated ? "would apply" : "applied");
        names(lines, answer, "skipped_changes", "unchanged");
        names(
                lines,
                answer,
                "restart_changes",
                validated ? "would need a restart" : "wait for a restart");
        if (flag(answer, "restart_required") && !validated) {
            lines.add("  next: daemoneye restart " + id);
        }
        fact(lines, answer, "apply_error");
        fact(lines, answer, "warning");
        return lines;
    }

    private String headline(Map<String, ConfigValue> answer, boolean validated) {
        if (validated) {
            return "%s: these changes are valid; nothing was changed".formatted(id);
        }
        if (flag(answer, "rolled_back")) {
            return "%s: went back to what was before, as version %s: %s"
                    .formatted(id, answer.get("version"), answer.get("rollback_reason"));
        }
        if (String.valueOf(answer.get("version"))
                .equals(String.valueOf(answer.get("previous_version")))) {
            return "%s: version %s as before".formatted(id, answer.get("version"))
                    + (flag(answer, "restarted") ? ", restarted" : "");
        }
        return "%s: version %s%s"
                .formatted(
                        id,
                        answer.get("version"),
                        flag(answer, "restarted")
                                ? ", restarted"
                                : flag(answer, "collector_running")
                                        ? ""
                                        : ", used when it is started");
    }

    private static void names(
            List<String> lines, Map<String, ConfigValue> answer, String field, String label) {
        if (answer.get(field) instanceof ConfigValue.Items(var names) && !names.isEmpty()) {
            lines.add(
                    "  "
                            + label
                            + ": "
                            + String.join(", ", names.stream().map(Object::toString).toList()));
        }
    }

    private static void fact(List<String> lines, Map<String, ConfigValue> answer, String field) {
        if (answer.get(field) instanceof ConfigValue.Text(var text)) {
            lines.add("  " + field.replace('_', ' ') + ": " + text);
        }
    }

    private static boolean flag(Map<String, ConfigValue> answer, String field) {
        return ConfigValue.of(true).equals(answer.get(field));
    }

    private static String text(RpcResponse step) {
        return step.payload()
                .filter(GenericPayload.class::isInstance)
                .map(each -> ((GenericPayload) each).values().get("step"))
                .map(Object::toString)
                .orElse("in progress");
    }
}
