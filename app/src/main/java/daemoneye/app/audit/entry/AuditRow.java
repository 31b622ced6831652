package daemoneye.app.audit.entry;

import daemoneye.app.text.SafeText;
import daemoneye.rpc.client.audit.read.AuditFilter;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One entry as an agent told it. What it says was written by others: [#text] is fit for the
/// window, [#fields] is as it came.
///
/// @param agent who told it
/// @param time zero if it has none that can be read
public record AuditRow(String agent, Map<String, ConfigValue> fields, Instant time) {
    private static final int MOST_CHARS = 1_000;
    private static final String RPC = "rpc.";

    public AuditRow {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public static AuditRow of(String agent, Map<String, ConfigValue> fields) {
        return new AuditRow(agent, fields, time(String.valueOf(fields.get("time"))));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    /// The same entry has the same key, however often it is told.
    public String key() {
        return agent + ' ' + process() + ' ' + sequence() + ' ' + raw("hash");
    }

    /// Where it stands: whose log, which number.
    public String place() {
        return agent + ' ' + process() + ' ' + sequence();
    }

    /// The call it tells of, as one log knows it; empty for what is no call.
    public Optional<String> call() {
        return has("correlation_id")
                ? Optional.of(agent + ' ' + process() + ' ' + raw("correlation_id") + raw("action"))
                : Optional.empty();
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /// A field for people; empty text if it is not there.
    public String text(String name) {
        return SafeText.of(raw(name), MOST_CHARS);
    }

    private String raw(String name) {
        var value = fields.get(name);
        return value == null ? "" : value.toString();
    }

    /// Whose log it stands in.
    public String process() {
        return text("process");
    }

    public long sequence() {
        return number("seq");
    }

    public long micros() {
        return AuditFilter.micros(time);
    }

    /// A whole number; 0 if there is none.
    public long number(String name) {
        return fields.get(name) instanceof ConfigValue.Whole(var number) ? number : 0;
    }

    public boolean isIntent() {
        return raw("phase").equals("intent");
    }

    public boolean isOutcome() {
        return raw("phase").equals("outcome");
    }

    public boolean isNote() {
        return raw("phase").equals("note");
    }

    /// Whether the log says of itself that it was altered.
    public boolean isEvidence() {
        return isNote() && (raw("note").equals("cut") || raw("note").equals("damaged"));
    }

    public boolean failed() {
        return isOutcome() && !raw("result").equals("success");
    }

    /// What failed, and what is wrong with the log.
    boolean isTrouble() {
        return failed() || isEvidence() || (isNote() && raw("note").equals("gap"));
    }

    /// A call that changed nothing and went well.
    boolean isQuietRead() {
        return isOutcome()
                && !failed()
                && CollectorOperation.named(operation())
                        .filter(each -> !each.changes())
                        .isPresent();
    }

    /// `Restart`; empty text if it is no call.
    public String operation() {
        var action = text("action");
        return action.startsWith(RPC) ? action.substring(RPC.length()) : action;
    }

    /// The collector that was meant; empty text if the call was to everyone, or is none.
    public String object() {
        var target = text("target");
        var last = target.substring(target.lastIndexOf('.') + 1);
        return last.equals("lifecycle") ? "" : last;
    }

    /// `kim` of `kim#7/operator`.
    public String who() {
        var actor = text("actor");
        int cut = actor.lastIndexOf('#');
        return cut > 0 ? actor.substring(0, cut) : actor;
    }

    /// `operator` of `kim#7/operator`; empty text if the actor does not say.
    public String role() {
        var actor = text("actor");
        int cut = actor.lastIndexOf('/');
        return cut > 0 ? actor.substring(cut + 1) : "";
    }
}
