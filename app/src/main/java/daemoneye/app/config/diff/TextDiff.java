package daemoneye.app.config.diff;

import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Compares two texts line by line. Not for the FX thread: 5,000 lines take some
/// milliseconds, and ten times that if they are much repeated and much changed.
public final class TextDiff {
    private final List<String> left;
    private final List<String> right;
    private final List<DiffRow> rows = new ArrayList<>();
    private int atLeft;
    private int atRight;
    private int changes;

    private TextDiff(List<String> left, List<String> right) {
        this.left = left;
        this.right = right;
    }

    /// Every line of both texts, in order.
    public static List<DiffRow> of(String left, String right) {
        return new TextDiff(left.lines().toList(), right.lines().toList()).rows();
    }

    private List<DiffRow> rows() {
        var partners = partners();
        int gone = 0;
        while (atLeft + gone < left.size()) {
            int partner = partners[atLeft + gone];
            if (partner == CommonLines.NONE) {
                gone++;
                continue;
            }
            change(gone, partner - atRight);
            gone = 0;
            same();
        }
        change(gone, right.size() - atRight);
        return List.copyOf(rows);
    }

    // Lines become numbers first: comparing those is much cheaper.
    private int[] partners() {
        var numbers = new HashMap<String, Integer>();
        var source = numbered(left, numbers);
        var target = numbered(right, numbers);
        return CommonLines.of(source, target, numbers.size())
                .orElseGet(() -> bySteps(source, target));
    }

    private static int[] numbered(List<String> lines, Map<String, Integer> numbers) {
        return lines.stream()
                .mapToInt(line -> numbers.computeIfAbsent(line, _ -> numbers.size()))
                .toArray();
    }

    // Myers: fast where little differs, however much is repeated.
    private static int[] bySteps(int[] source, int[] target) {
        var partners = new int[source.length];
        var before = Arrays.stream(source).boxed().toList();
        var after = Arrays.stream(target).boxed().toList();
        int from = 0;
        int to = 0;
        for (var step : new MyersDiffWithLinearSpace<Integer>().computeDiff(before, after, null)) {
            while (from < step.startOriginal) {
                partners[from++] = to++;
            }
            Arrays.fill(partners, from, step.endOriginal, CommonLines.NONE);
            from = step.endOriginal;
            to = step.endRevised;
        }
        while (from < source.length) {
            partners[from++] = to++;
        }
        return partners;
    }

    private void same() {
        add(DiffRow.Kind.SAME, left.get(atLeft), right.get(atRight), 0);
        atLeft++;
        atRight++;
    }

    private void add(DiffRow.Kind kind, String leftText, String rightText, int change) {
        boolean hasLeft = kind != DiffRow.Kind.ADDED;
        boolean hasRight = kind != DiffRow.Kind.REMOVED;
        rows.add(
                new DiffRow(
                        kind,
                        hasLeft ? atLeft + 1 : 0,
                        leftText,
                        hasRight ? atRight + 1 : 0,
                        rightText,
                        change));
    }

    private void change(int gone, int come) {
        if (gone + come == 0) {
            return;
        }
        changes++;
        for (int at : IntStream.range(0, Math.max(gone, come)).toArray()) {
            if (at < gone && at < come) {
                add(DiffRow.Kind.CHANGED, left.get(atLeft), right.get(atRight), changes);
                atLeft++;
                atRight++;
            } else if (at < gone) {
                add(DiffRow.Kind.REMOVED, left.get(atLeft), "", changes);
                atLeft++;
            } else {
                add(DiffRow.Kind.ADDED, "", right.get(atRight), changes);
                atRight++;
            }
        }
    }
}
