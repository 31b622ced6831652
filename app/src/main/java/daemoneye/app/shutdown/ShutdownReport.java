package daemoneye.app.shutdown;

import daemoneye.app.text.SafeText;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads facts out of the reports that agents and collectors send while they end a collector. Named
/// fields (`phase`, `task`, `duration_ms`) count first; without them the phrase in `step` is read.
/// Whatever is not understood is kept as it was said; nothing here throws.
final class ShutdownReport {
    private static final int MOST_TEXT = 300;
    private static final Pattern TASK =
            Pattern.compile(
                    "(?<name>[a-z][a-z0-9]*(?:_[a-z0-9]+)+): (?<outcome>.*?)"
                            + "(?:[ ,;]*\\(?(?:in |after )?(?<time>\\d{1,9}(?:\\.\\d{1,6})?)"
                            + " ?(?<unit>ms|s)\\)?)?");

    private ShutdownReport() {}

    static List<ShutdownFact> facts(Map<String, ConfigValue> report) {
        var facts = new ArrayList<ShutdownFact>();
        text(report, "phase")
                .flatMap(ShutdownPhase::named)
                .ifPresent(phase -> facts.add(new ShutdownFact.Reached(phase)));
        var step = text(report, "step").or(() -> text(report, "outcome")).orElse("");
        var task = text(report, "task");
        if (task.isPresent()) {
            var told = task(step);
            facts.add(
                    new ShutdownFact.TaskOver(
                            task.get(),
                            told.map(ShutdownFact.TaskOver::outcome).orElse(step),
                            number(report, "duration_ms").or(() -> number(report, "took_ms"))));
        } else if (!step.isEmpty()) {
            facts.add(phrase(step));
        }
        return facts;
    }

    /// What a phrase says.
    static ShutdownFact phrase(String said) {
        var step = SafeText.of(said, MOST_TEXT);
        if (step.startsWith("terminating")) {
            return new ShutdownFact.Forcing("terminate");
        }
        if (step.startsWith("killing")) {
            return new ShutdownFact.Forcing("kill");
        }
        if (step.startsWith("asked it")) {
            return new ShutdownFact.Reached(ShutdownPhase.PREPARING);
        }
        if (step.startsWith("it cleans up")) {
            return new ShutdownFact.Reached(ShutdownPhase.CLEANUP);
        }
        return task(step).<ShutdownFact>map(each -> each).orElse(new ShutdownFact.Said(step));
    }

    private static Optional<ShutdownFact.TaskOver> task(String step) {
        var found = TASK.matcher(step);
        if (!found.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                new ShutdownFact.TaskOver(
                        found.group("name"),
                        found.group("outcome"),
                        Optional.ofNullable(found.group("time"))
                                .map(time -> time(time, found.group("unit")))));
    }

    private static Duration time(String digits, String unit) {
        double value = Double.parseDouble(digits);
        return Duration.ofNanos((long) (value * (unit.equals("ms") ? 1e6 : 1e9)));
    }

    private static Optional<Duration> number(Map<String, ConfigValue> report, String name) {
        return switch (report.get(name)) {
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

    /// A list of texts.
    static List<String> texts(Map<String, ConfigValue> report, String name) {
        return report.get(name) instanceof ConfigValue.Items(var values)
                ? values.stream()
                        .limit(50)
                        .map(each -> SafeText.of(each.toString(), MOST_TEXT))
                        .toList()
                : List.of();
    }
}
