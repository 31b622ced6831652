package daemoneye.app.bulk;

import daemoneye.app.text.CsvText;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The result of a bulk action as text and as a file. A cell that a spreadsheet would take for a
/// formula begins with an apostrophe.
public final class ResultExport {
    private ResultExport() {}

    /// RFC 4180: a head and a line for each target, CRLF.
    public static String csv(BulkRunViewModel run) {
        return csv(table(run));
    }

    /// The same of any table with at least one row; the fields of the first row are the head.
    public static String csv(List<Map<String, Object>> rows) {
        var columns = List.copyOf(rows.getFirst().keySet());
        var text = new StringBuilder(String.join(",", columns)).append("\r\n");
        for (var row : rows) {
            var cells = new ArrayList<String>();
            columns.forEach(column -> cells.add(String.valueOf(row.get(column))));
            text.append(CsvText.line(cells));
        }
        return text.toString();
    }

    /// An array of objects, fields as in the CSV's head.
    public static String json(BulkRunViewModel run) {
        return json(table(run));
    }

    /// The same of any table.
    public static String json(List<Map<String, Object>> rows) {
        return JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(rows)
                + "\n";
    }

    private static List<Map<String, Object>> table(BulkRunViewModel run) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var row : run.rows()) {
            var cells = new LinkedHashMap<String, Object>();
            cells.put("collector", row.collector());
            cells.put("operation", run.intent().action().key());
            cells.put("wave", row.wave());
            cells.put("outcome", row.stateProperty().get().key());
            cells.put("took", row.tookProperty().get());
            cells.put("detail", row.textProperty().get());
            rows.add(cells);
        }
        return rows;
    }

    /// Writes the whole text to a second file that then takes the place of `file`; what was there
    /// stays if that fails, and is kept as `.bak` if it does not.
    ///
    /// @throws IOException if the folder cannot be written
    public static void write(Path file, String text) throws IOException {
        var name = file.getFileName();
        if (name == null) {
            throw new IOException("a folder is no file");
        }
        var fresh = file.resolveSibling("." + name + ".new");
        try {
            Files.writeString(
                    fresh,
                    text,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            if (Files.isRegularFile(file)) {
                Files.copy(
                        file,
                        file.resolveSibling(name + ".bak"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
