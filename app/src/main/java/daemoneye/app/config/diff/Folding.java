package daemoneye.app.config.diff;

import java.util.ArrayList;
import java.util.List;

/// Ways to show a comparison: unchanged lines folded, changed ones apart.
public final class Folding {
    /// Unchanged lines that stay around a change.
    static final int CONTEXT = 3;

    /// Fewer than this are not worth folding.
    private static final int LEAST = 2;

    private Folding() {}

    /// The same rows with one in place of each long run of unchanged lines.
    public static List<DiffRow> folded(List<DiffRow> rows) {
        var near = near(rows);
        var shown = new ArrayList<DiffRow>();
        int at = 0;
        while (at < rows.size()) {
            int end = at;
            while (end < rows.size() && !near[end]) {
                end++;
            }
            if (end - at >= LEAST) {
                shown.add(
                        new DiffRow(DiffRow.Kind.FOLDED, 0, Integer.toString(end - at), 0, "", 0));
                at = end;
            } else {
                shown.add(rows.get(at));
                at++;
            }
        }
        return List.copyOf(shown);
    }

    private static boolean[] near(List<DiffRow> rows) {
        var near = new boolean[rows.size()];
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).change() > 0) {
                int end = Math.min(rows.size(), at + CONTEXT + 1);
                for (int each = Math.max(0, at - CONTEXT); each < end; each++) {
                    near[each] = true;
                }
            }
        }
        return near;
    }

    /// The same rows below each other: what was removed in front of what came for it.
    public static List<DiffRow> inline(List<DiffRow> rows) {
        var shown = new ArrayList<DiffRow>();
        var come = new ArrayList<DiffRow>();
        for (var row : rows) {
            if (row.kind() != DiffRow.Kind.CHANGED && row.kind() != DiffRow.Kind.ADDED) {
                shown.addAll(come);
                come.clear();
            }
            switch (row.kind()) {
                case CHANGED -> {
                    shown.add(gone(row));
                    come.add(come(row));
                }
                case ADDED -> come.add(row);
                case SAME, REMOVED, FOLDED -> shown.add(row);
            }
        }
        shown.addAll(come);
        return List.copyOf(shown);
    }

    private static DiffRow gone(DiffRow row) {
        return new DiffRow(DiffRow.Kind.REMOVED, row.leftNumber(), row.left(), 0, "", row.change());
    }

    private static DiffRow come(DiffRow row) {
        return new DiffRow(DiffRow.Kind.ADDED, 0, "", row.rightNumber(), row.right(), row.change());
    }

    /// How many changes there are.
    public static int changes(List<DiffRow> rows) {
        return rows.stream().mapToInt(DiffRow::change).max().orElse(0);
    }
}
