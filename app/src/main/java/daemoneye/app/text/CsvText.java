package daemoneye.app.text;

import java.util.List;
import java.util.stream.Collectors;

/// Comma-separated values (RFC 4180) that a spreadsheet may open: a cell that it would take for a
/// formula begins with an apostrophe.
public final class CsvText {
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private CsvText() {}

    /// One line with its CRLF, every cell in quotes.
    public static String line(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return "\"" + (formula ? "'" + text : text).replace("\"", "\"\"") + "\"";
    }
}
