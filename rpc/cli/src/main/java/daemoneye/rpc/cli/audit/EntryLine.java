package daemoneye.rpc.cli.audit;

import daemoneye.rpc.cli.output.Paint;
import daemoneye.rpc.cli.output.Style;
import daemoneye.rpc.client.audit.VisibleText;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.Locale;
import java.util.Map;

/// One entry on one line, for people.
///
/// ```
/// 18:06:11.922 agent-vm   #14 Restart procmond by cli-root#8/admin: success, 1,524 ms
/// ```
final class EntryLine {
    private static final double MICROS_PER_MS = 1_000;
    private static final int MOST = 300;

    private EntryLine() {}

    static String of(Map<String, ConfigValue> entry, Paint paint) {
        var at = text(entry, "time");
        var head = "%s %s #%s ".formatted(at, text(entry, "process"), text(entry, "seq"));
        return paint.of(Style.FAINT, head) + body(entry, paint);
    }

    private static String body(Map<String, ConfigValue> entry, Paint paint) {
        return switch (text(entry, "phase")) {
            case "intent" -> call(entry) + paint.of(Style.WARNING, ": begins") + reason(entry);
            case "outcome" -> call(entry) + ": " + outcome(entry, paint) + reason(entry);
            case "note" ->
                    paint.of(Style.STRONG, text(entry, "note")) + ": " + text(entry, "message");
            default -> text(entry, "phase");
        };
    }

    private static String call(Map<String, ConfigValue> entry) {
        return "%s on %s by %s"
                .formatted(text(entry, "action"), text(entry, "target"), text(entry, "actor"));
    }

    private static String outcome(Map<String, ConfigValue> entry, Paint paint) {
        var result = text(entry, "result");
        var took =
                entry.get("duration_us") instanceof ConfigValue.Whole(var micros)
                        ? String.format(Locale.ROOT, ", %,.1f ms", micros / MICROS_PER_MS)
                        : "";
        return result.equals("success")
                ? paint.of(Style.GOOD, result) + took
                : paint.of(
                                Style.BAD,
                                "%s %s (%s)"
                                        .formatted(
                                                result,
                                                text(entry, "error_code"),
                                                text(entry, "certainty")))
                        + took;
    }

    private static String reason(Map<String, ConfigValue> entry) {
        return entry.containsKey("reason") ? ", because \"" + text(entry, "reason") + '"' : "";
    }

    // Who answers may be anybody: what it says is shown, not obeyed.
    private static String text(Map<String, ConfigValue> entry, String name) {
        var value = entry.get(name);
        return value == null ? "-" : VisibleText.of(value.toString(), MOST);
    }
}
