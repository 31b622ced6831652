package daemoneye.rpc.client.audit.format;

import daemoneye.rpc.client.audit.format.AuditFacts.CallFacts;
import daemoneye.rpc.client.audit.format.AuditFacts.CallResult;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Map;

/// The fields of entries, in their order.
final class EntryText {
    /// Always six places, so that lines of one kind look alike.
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    private EntryText() {}

    static FlatLine line(AuditDraft draft, long sequence, String previous) {
        var line = new FlatLine().number("seq", sequence).text("time", time(draft.time()));
        switch (draft.facts()) {
            case AuditFacts.Header(var format, var process, var log, var segment) ->
                    line.text("phase", "header")
                            .number("format", format)
                            .text("process", process)
                            .text("log", log)
                            .number("segment", segment);
            case AuditFacts.Intent(var call) -> call(line.text("phase", "intent"), call);
            case AuditFacts.Outcome(var call, var result) -> {
                call(line.text("phase", "outcome"), call);
                result(line, result);
            }
            case AuditFacts.Note(var kind, var count, var message) ->
                    line.text("phase", "note")
                            .text("note", kind.wireName())
                            .number("count", count)
                            .text("message", message);
        }
        return line.text("prev", previous);
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    private static void call(FlatLine line, CallFacts call) {
        line.text("actor", call.actor())
                .text("client_id", call.clientId())
                .text("action", call.action())
                .text("target", call.target())
                .text("payload_blake3", call.payloadHash())
                .number("payload_bytes", call.payloadBytes())
                .text("correlation_id", call.correlationId());
        call.reason().ifPresent(reason -> line.text("reason", reason));
    }

    private static void result(FlatLine line, CallResult result) {
        line.text("result", result.status());
        result.errorCode().ifPresent(code -> line.text("error_code", code));
        result.certainty().ifPresent(certainty -> line.text("certainty", certainty));
        line.number("duration_us", result.micros());
    }

    /// @param text one line without its end
    static AuditEntry read(String text) throws MalformedEntry {
        return entry(FlatFields.of(text));
    }

    static AuditEntry entry(Map<String, String> fields) throws MalformedEntry {
        return new AuditEntry(
                FlatFields.number(fields, "seq"),
                time(FlatFields.text(fields, "time")),
                facts(fields),
                FlatFields.text(fields, "prev"),
                FlatFields.text(fields, "hash"));
    }

    static Instant time(String text) throws MalformedEntry {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new MalformedEntry("its time is no time");
        }
    }

    private static AuditFacts facts(Map<String, String> fields) throws MalformedEntry {
        var phase = FlatFields.text(fields, "phase");
        return switch (phase) {
            case "header" ->
                    new AuditFacts.Header(
                            (int) FlatFields.number(fields, "format"),
                            FlatFields.text(fields, "process"),
                            FlatFields.text(fields, "log"),
                            (int) FlatFields.number(fields, "segment"));
            case "intent" -> new AuditFacts.Intent(call(fields));
            case "outcome" -> new AuditFacts.Outcome(call(fields), result(fields));
            case "note" ->
                    new AuditFacts.Note(
                            kind(FlatFields.text(fields, "note")),
                            FlatFields.number(fields, "count"),
                            FlatFields.text(fields, "message"));
            default -> throw new MalformedEntry("its phase is not known: " + phase);
        };
    }

    private static NoteKind kind(String name) throws MalformedEntry {
        return NoteKind.named(name)
                .orElseThrow(() -> new MalformedEntry("its note is not known: " + name));
    }

    private static CallFacts call(Map<String, String> fields) throws MalformedEntry {
        return new CallFacts(
                FlatFields.text(fields, "actor"),
                FlatFields.text(fields, "client_id"),
                FlatFields.text(fields, "action"),
                FlatFields.text(fields, "target"),
                FlatFields.text(fields, "payload_blake3"),
                FlatFields.number(fields, "payload_bytes"),
                FlatFields.text(fields, "correlation_id"),
                FlatFields.optional(fields, "reason"));
    }

    private static CallResult result(Map<String, String> fields) throws MalformedEntry {
        return new CallResult(
                FlatFields.text(fields, "result"),
                FlatFields.optional(fields, "error_code"),
                FlatFields.optional(fields, "certainty"),
                FlatFields.number(fields, "duration_us"));
    }
}
