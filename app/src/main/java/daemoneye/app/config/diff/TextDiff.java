package daemoneye.app.config.diff;

import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.Patch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Compares two texts line by line. Not for the FX thread: 5,000 lines may take tens of
/// milliseconds.
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
        int gone = 0;
        int come = 0;
        for (var delta : patch().getDeltas()) {
            if (delta.getSource().getPosition() > atLeft + gone) {
                change(gone, come);
                gone = 0;
                come = 0;
                same(delta.getSource().getPosition());
            }
            // A line that went and one that came in its place are one change.
            gone += delta.getSource().size();
            come += delta.getTarget().size();
        }
        change(gone, come);
        same(left.size());
        return List.copyOf(rows);
    }

    // Lines become numbers first: comparing those is much cheaper. And lines that stand in one text
    // only are what makes Myers slow; two texts without a common line need no algorithm.
    private Patch<Integer> patch() {
        var numbers = new HashMap<String, Integer>();
        var source = numbered(left, numbers);
        int known = numbers.size();
        var target = numbered(right, numbers);
        if (target.stream().allMatch(each -> each >= known)) {
            return Patch.generate(
                    source,
                    target,
                    List.of(
                            new com.github.difflib.algorithm.Change(
                                    com.github.difflib.patch.DeltaType.CHANGE,
                                    0,
                                    source.size(),
                                    0,
                                    target.size())));
        }
        return Patch.generate(
                source,
                target,
                new MyersDiffWithLinearSpace<Integer>().computeDiff(source, target, null));
    }

    private static List<Integer> numbered(List<String> lines, Map<String, Integer> numbers) {
        return lines.stream()
                .map(line -> numbers.computeIfAbsent(line, _ -> numbers.size()))
                .toList();
    }

    private void same(int untilLeft) {
        while (atLeft < untilLeft) {
            add(DiffRow.Kind.SAME, left.get(atLeft), right.get(atRight), 0);
            atLeft++;
            atRight++;
        }
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
