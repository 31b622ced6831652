package daemoneye.app.shutdown;

import daemoneye.app.text.SafeText;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads facts out of the reports that agents and collectors send while they end a collector: the
/// fields `phase`, `by`, `task`, `outcome` and `duration_ms`. The words of a report are for people
/// and never read here. Whatever is not understood says nothing; nothing here throws.
final class ShutdownReport {
    private static final int MOST_TEXT = 300;

    private static final int MOST_NAME = 40;

    /// Tasks that are read of one answer.
    private static final int MOST_TASKS = 50;

    private static final String FORCED = "forced";

    private ShutdownReport() {}

    static List<ShutdownFact> facts(Map<String, ConfigValue> report) {
        var facts = new ArrayList<ShutdownFact>();
        var phase = text(report, "phase");
        phase.flatMap(ShutdownPhase::named)
                .ifPresent(reached -> facts.add(new ShutdownFact.Reached(reached)));
        if (phase.equals(Optional.of(FORCED))) {
            text(report, "by")
                    .filter(ShutdownReport::isForce)
                    .ifPresent(by -> facts.add(new ShutdownFact.Forcing(by)));
        }
        text(report, "task")
                .map(ShutdownReport::taskName)
                .ifPresent(
                        task ->
                                facts.add(
                                        new ShutdownFact.TaskOver(
                                                task,
                                                text(report, "outcome").orElse(""),
                                                time(report.get("duration_ms")))));
        return facts;
    }

    /// The tasks that the final answer tells of, for those whose reports were lost.
    static List<ShutdownFact> tasks(Map<String, ConfigValue> answer) {
        var outcomes = table(answer, "cleanup_outcomes");
        var times = table(answer, "cleanup_durations_ms");
        return outcomes.keySet().stream()
                .limit(MOST_TASKS)
                .<ShutdownFact>map(
                        task ->
                                new ShutdownFact.TaskOver(
                                        taskName(task),
                                        text(outcomes, task).orElse(""),
                                        time(times.get(task))))
                .toList();
    }

    /// By which force the process was ended, if it was.
    static Optional<String> force(Map<String, ConfigValue> answer) {
        return text(answer, "ended_by").filter(ShutdownReport::isForce);
    }

    private static String taskName(String task) {
        return SafeText.of(task, MOST_NAME);
    }

    private static boolean isForce(String by) {
        return by.equals("terminate") || by.equals("kill");
    }

    private static Map<String, ConfigValue> table(Map<String, ConfigValue> report, String name) {
        return report.get(name) instanceof ConfigValue.Table(var entries) ? entries : Map.of();
    }

    private static Optional<Duration> time(@Nullable ConfigValue millis) {
        return switch (millis) {
            case ConfigValue.Whole(long value) when value >= 0 && value < 86_400_000 ->
                    Optional.of(Duration.ofMillis(value));
            case ConfigValue.Decimal(double value) when value >= 0 && value < 86_400_000 ->
                    Optional.of(Duration.ofNanos((long) (value * 1e6)));
            case null, default -> Optional.empty();
        };
    }

    /// A text of a report, fit to be shown.
    static Optional<String> text(Map<String, ConfigValue> report, String name) {
        return report.get(name) instanceof ConfigValue.Text(var text)
                ? Optional.of(SafeText.of(text, MOST_TEXT)).filter(kept -> !kept.isEmpty())
                : Optional.empty();
    }
}
