package daemoneye.rpc.cli.audit;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Entries as comma-separated values (RFC 4180). A field that a spreadsheet would take for a
/// formula gets an apostrophe in front.
final class CsvText {
    static final List<String> COLUMNS =
            List.of(
                    "process",
                    "seq",
                    "time",
                    "phase",
                    "actor",
                    "client_id",
                    "action",
                    "target",
                    "payload_blake3",
                    "payload_bytes",
                    "correlation_id",
                    "result",
                    "error_code",
                    "certainty",
                    "reason",
                    "duration_us",
                    "note",
                    "count",
                    "message",
                    "prev",
                    "hash");

    private static final String FORMULA = "=+-@\t\r";

    private CsvText() {}

    static String head() {
        return String.join(",", COLUMNS) + "\r\n";
    }

    static String line(Map<String, ConfigValue> entry) {
        return COLUMNS.stream()
                        .map(name -> entry.containsKey(name) ? field(entry.get(name)) : "")
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String field(ConfigValue value) {
        if (value instanceof ConfigValue.Whole(var number)) {
            return Long.toString(number);
        }
        var text = value.toString();
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
