package daemoneye.app.config.draft;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.Iterator;
import java.util.Map;

/// Writes values as JSON that people read and compare: one setting a line, lists one item a line.
/// Characters that cannot be seen, or that would turn the direction of a line, are escaped.
public final class JsonText {
    private static final String STEP = "  ";

    private JsonText() {}

    /// One JSON object, with a line end at its end.
    public static String of(Map<String, ConfigValue> values) {
        var text = new StringBuilder();
        table(text, values, "");
        return text.append('\n').toString();
    }

    /// One value.
    static String of(ConfigValue value) {
        var text = new StringBuilder();
        value(text, value, "");
        return text.toString();
    }

    private static void value(StringBuilder text, ConfigValue value, String indent) {
        switch (value) {
            case ConfigValue.Text(var each) -> quoted(text, each);
            case ConfigValue.Whole(var each) -> text.append(each);
            case ConfigValue.Decimal(var each) ->
                    text.append(Double.isFinite(each) ? Double.toString(each) : "null");
            case ConfigValue.Flag(var each) -> text.append(each);
            case ConfigValue.Nothing() -> text.append("null");
            case ConfigValue.Table(var entries) -> table(text, entries, indent);
            case ConfigValue.Items(var items) -> items(text, items.iterator(), indent);
        }
    }

    private static void items(StringBuilder text, Iterator<ConfigValue> items, String indent) {
        if (!items.hasNext()) {
            text.append("[]");
            return;
        }
        text.append("[\n");
        while (items.hasNext()) {
            text.append(indent).append(STEP);
            value(text, items.next(), indent + STEP);
            text.append(items.hasNext() ? ",\n" : "\n");
        }
        text.append(indent).append(']');
    }

    private static void table(StringBuilder text, Map<String, ConfigValue> values, String indent) {
        if (values.isEmpty()) {
            text.append("{}");
            return;
        }
        text.append("{\n");
        var entries = values.entrySet().iterator();
        while (entries.hasNext()) {
            var entry = entries.next();
            text.append(indent).append(STEP);
            quoted(text, entry.getKey());
            text.append(": ");
            value(text, entry.getValue(), indent + STEP);
            text.append(entries.hasNext() ? ",\n" : "\n");
        }
        text.append(indent).append('}');
    }

    private static void quoted(StringBuilder text, String value) {
        text.append('"');
        value.chars().forEach(each -> character(text, (char) each));
        text.append('"');
    }

    private static void character(StringBuilder text, char each) {
        switch (each) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\t' -> text.append("\\t");
            case '\r' -> text.append("\\r");
            default -> {
                if (isHidden(each)) {
                    text.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) each));
                } else {
                    text.append(each);
                }
            }
        }
    }

    private static boolean isHidden(char each) {
        int kind = Character.getType(each);
        return kind == Character.CONTROL
                || kind == Character.FORMAT
                || kind == Character.LINE_SEPARATOR
                || kind == Character.PARAGRAPH_SEPARATOR
                || kind == Character.UNASSIGNED
                || kind == Character.PRIVATE_USE;
    }
}
