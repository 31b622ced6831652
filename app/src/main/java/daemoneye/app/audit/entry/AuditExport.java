package daemoneye.app.audit.entry;

import daemoneye.app.text.CsvText;
import daemoneye.rpc.protocol.value.ConfigValue;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The entries of the page as text for a file: exactly those that are listed, in their order, every
/// field as the agents told it.
///
/// @param rows newest first
public record AuditExport(List<AuditRow> rows) {
    private static final List<String> COLUMNS =
            List.of(
                    "agent",
                    "process",
                    "seq",
                    "time",
                    "phase",
                    "actor",
                    "client_id",
                    "action",
                    "target",
                    "reason",
                    "result",
                    "error_code",
                    "certainty",
                    "duration_us",
                    "correlation_id",
                    "payload_blake3",
                    "payload_bytes",
                    "note",
                    "count",
                    "message",
                    "prev",
                    "hash");

    public AuditExport {
        rows = List.copyOf(rows);
    }

    /// A head and a line for each entry.
    public String csv() {
        var text = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
        for (var row : rows) {
            var cells = new ArrayList<String>();
            COLUMNS.forEach(column -> cells.add(cell(row, column)));
            text.append(CsvText.line(cells));
        }
        return text.toString();
    }

    private static String cell(AuditRow row, String column) {
        if (column.equals("agent")) {
            return row.agent();
        }
        var value = row.fields().get(column);
        return value == null ? "" : value.toString();
    }

    /// An array of objects; fields that an entry does not have are left out.
    public String json() {
        return JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(rows.stream().map(AuditExport::object).toList())
                + "\n";
    }

    private static Map<String, Object> object(AuditRow row) {
        var object = new LinkedHashMap<String, Object>();
        object.put("agent", row.agent());
        row.fields()
                .forEach(
                        (name, value) ->
                                object.put(
                                        name,
                                        value instanceof ConfigValue.Whole(var number)
                                                ? (Object) number
                                                : value.toString()));
        return object;
    }
}
