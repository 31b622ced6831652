package daemoneye.rpc.cli.run;

import daemoneye.rpc.cli.json.JsonText;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Facts by name as people read them: one a line, lists of texts below their name.
public final class FactLines {
    private FactLines() {}

    public static List<String> of(Map<String, ConfigValue> facts) {
        var lines = new ArrayList<String>();
        facts.forEach((name, value) -> lines.addAll(fact(name, value)));
        return lines;
    }

    private static List<String> fact(String name, ConfigValue value) {
        var label = "  " + name.replace('_', ' ') + ": ";
        return switch (value) {
            case ConfigValue.Items items when isOutput(items) -> output(label, items);
            case ConfigValue.Items _, ConfigValue.Table _ ->
                    List.of(label + JsonText.compact(value));
            case ConfigValue.Text _,
                    ConfigValue.Whole _,
                    ConfigValue.Decimal _,
                    ConfigValue.Flag _,
                    ConfigValue.Nothing _ ->
                    List.of(label + value);
        };
    }

    private static boolean isOutput(ConfigValue.Items items) {
        return items.values().stream().allMatch(ConfigValue.Text.class::isInstance);
    }

    private static List<String> output(String label, ConfigValue.Items items) {
        if (items.values().isEmpty()) {
            return List.of(label + "none");
        }
        var lines = new ArrayList<String>();
        lines.add(label.stripTrailing());
        items.values().forEach(each -> lines.add("    " + each));
        return lines;
    }
}
