package daemoneye.rpc.cli.run;

import daemoneye.rpc.cli.json.RecordJson;
import daemoneye.rpc.cli.output.Paint;
import daemoneye.rpc.cli.output.Style;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
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
        lines.addAll(FactLines.of(error.context()));
        if (!nextStep.isEmpty()) {
            lines.add("  " + paint.of(Style.STRONG, nextStep));
        }
        return lines;
    }

    /// What a person can do about it.
    public static String nextStep(RpcError error) {
        var usual = error.known().map(ErrorCode::nextStep).orElse("");
        var request = error.context().get("request_id");
        var collector = error.context().get("collector_id");
        boolean open = error.certainty() == ExecutionCertainty.UNKNOWN;
        return open && request != null && collector != null
                ? "%s Ask: daemoneye outcome %s %s".formatted(usual, collector, request).strip()
                : usual;
    }
}
