package daemoneye.rpc.cli.run;

import daemoneye.rpc.cli.json.JsonText;
import daemoneye.rpc.cli.json.RecordJson;
import daemoneye.rpc.cli.output.Paint;
import daemoneye.rpc.cli.output.Style;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// An error as people and as scripts see it.
public final class FailureReport {
    private FailureReport() {}

    /// `{"error": {code, message, category, certainty, context, next_step}}`
    public static ConfigValue.Table json(RpcError error, String nextStep) {
        var fields = new LinkedHashMap<>(RecordJson.fields(error).entries());
        fields.put("next_step", ConfigValue.of(nextStep));
        var whole = new LinkedHashMap<String, ConfigValue>();
        whole.put("error", new ConfigValue.Table(fields));
        return new ConfigValue.Table(whole);
    }

    /// The sentence, the facts, and what to do.
    public static List<String> lines(RpcError error, String nextStep, Paint paint) {
        var lines = new ArrayList<String>();
        lines.add(paint.of(Style.BAD, "daemoneye:") + " " + error.message());
        error.context().forEach((name, value) -> lines.addAll(fact(name, value)));
        if (!nextStep.isEmpty()) {
            lines.add("  " + paint.of(Style.STRONG, nextStep));
        }
        return lines;
    }

    /// What a person can do about it.
    public static String nextStep(RpcError error) {
        return error.known().map(ErrorCode::nextStep).orElse("");
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
