package daemoneye.rpc.client.audit;

import daemoneye.rpc.client.audit.format.AuditEntry;
import daemoneye.rpc.client.audit.format.AuditFacts;
import daemoneye.rpc.client.audit.format.AuditFacts.CallFacts;
import daemoneye.rpc.client.audit.format.AuditFacts.CallResult;
import daemoneye.rpc.client.audit.format.AuditLine;
import daemoneye.rpc.client.audit.format.MalformedEntry;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.LinkedHashMap;
import java.util.Map;

/// An entry as values by name, with the names that it has in the log: for events, answers and
/// documents.
public final class EntryFields {
    private EntryFields() {}

    public static Map<String, ConfigValue> of(AuditEntry entry) {
        var fields = new LinkedHashMap<String, ConfigValue>();
        fields.put("seq", ConfigValue.of(entry.sequence()));
        text(fields, "time", entry.time().toString());
        text(fields, "phase", entry.phase());
        switch (entry.facts()) {
            case AuditFacts.Header(var format, var process, var log, var segment) -> {
                fields.put("format", ConfigValue.of(format));
                text(fields, "process", process);
                text(fields, "log", log);
                fields.put("segment", ConfigValue.of(segment));
            }
            case AuditFacts.Intent(var call) -> call(fields, call);
            case AuditFacts.Outcome(var call, var result) -> {
                call(fields, call);
                result(fields, result);
            }
            case AuditFacts.Note(var kind, var count, var message) -> {
                text(fields, "note", kind.wireName());
                fields.put("count", ConfigValue.of(count));
                text(fields, "message", message);
            }
        }
        text(fields, "prev", entry.previous());
        text(fields, "hash", entry.hash());
        return fields;
    }

    /// The other way: the line that an entry must have been, from an answer or an event.
    ///
    /// @param fields as [#of] makes them, with what answers and events add
    /// @throws MalformedEntry if it cannot be an entry of the format that is known here
    public static AuditLine line(Map<String, ConfigValue> fields) throws MalformedEntry {
        var texts = new LinkedHashMap<String, String>();
        fields.forEach((name, value) -> texts.put(name, value.toString()));
        texts.remove("left_out_before");
        if (!"header".equals(texts.get("phase"))) {
            texts.remove("process");
        }
        return AuditLine.retold(texts);
    }

    private static void call(Map<String, ConfigValue> fields, CallFacts call) {
        text(fields, "actor", call.actor());
        text(fields, "client_id", call.clientId());
        text(fields, "action", call.action());
        text(fields, "target", call.target());
        text(fields, "payload_blake3", call.payloadHash());
        fields.put("payload_bytes", ConfigValue.of(call.payloadBytes()));
        text(fields, "correlation_id", call.correlationId());
        call.reason().ifPresent(reason -> text(fields, "reason", reason));
    }

    private static void result(Map<String, ConfigValue> fields, CallResult result) {
        text(fields, "result", result.status());
        result.errorCode().ifPresent(code -> text(fields, "error_code", code));
        result.certainty().ifPresent(certainty -> text(fields, "certainty", certainty));
        fields.put("duration_us", ConfigValue.of(result.micros()));
    }

    private static void text(Map<String, ConfigValue> fields, String name, String value) {
        fields.put(name, ConfigValue.of(value));
    }
}
