package daemoneye.rpc.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A table in columns, each as wide as its widest cell; the last one is never padded. Columns
/// whose title begins with `>` are aligned to the right.
public final class TextTable {
    private static final String GAP = "  ";
    private final List<String> titles;
    private final List<List<Cell>> rows = new ArrayList<>();

    public TextTable(String... titles) {
        this.titles = List.of(titles);
    }

    /// @throws IllegalArgumentException if it has not one cell for each title
    public TextTable row(Cell... cells) {
        if (cells.length != titles.size()) {
            throw new IllegalArgumentException(
                    cells.length + " cells for " + titles.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    /// The lines, the titles first.
    public List<String> lines(Paint paint) {
        var lines = new ArrayList<String>();
        lines.add(line(titles.stream().map(TextTable::title).toList(), paint));
        rows.forEach(row -> lines.add(line(row, paint)));
        return lines;
    }

    private String line(List<Cell> cells, Paint paint) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> padded(cells.get(i), i, paint))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private String padded(Cell cell, int column, Paint paint) {
        var blank = " ".repeat(width(column) - cell.text().length());
        var text = paint.of(cell.style(), cell.text());
        if (titles.get(column).startsWith(">")) {
            return blank + text;
        }
        return column == titles.size() - 1 ? text : text + blank;
    }

    private int width(int column) {
        int widest = title(titles.get(column)).text().length();
        for (var row : rows) {
            widest = Math.max(widest, row.get(column).text().length());
        }
        return widest;
    }

    private static Cell title(String title) {
        return new Cell(title.startsWith(">") ? title.substring(1) : title, Style.FAINT);
    }
}
