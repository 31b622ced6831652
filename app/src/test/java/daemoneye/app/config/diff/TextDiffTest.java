package daemoneye.app.config.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class TextDiffTest {
    @Test
    void aLineThatGoesAndOneThatComesInItsPlaceAreOneChange() {
        var rows = TextDiff.of("a\nb\nc\n", "a\nB\nc\nd\n");

        assertThat(kinds(rows)).containsExactly("SAME", "CHANGED", "SAME", "ADDED");
        assertThat(Folding.changes(rows)).isEqualTo(2);
        assertThat(rows.get(1).left()).isEqualTo("b");
        assertThat(rows.get(1).right()).isEqualTo("B");
    }

    @Test
    void everyLineOfBothTextsIsThereInOrder() {
        var left = lines(0, 200, 3);
        var right = lines(0, 230, 7);
        var rows = TextDiff.of(left, right);

        assertThat(
                        rows.stream()
                                .filter(each -> each.leftNumber() > 0)
                                .map(DiffRow::left)
                                .collect(Collectors.joining("\n")))
                .isEqualTo(left);
        assertThat(
                        rows.stream()
                                .filter(each -> each.rightNumber() > 0)
                                .map(DiffRow::right)
                                .collect(Collectors.joining("\n")))
                .isEqualTo(right);
    }

    @Test
    void longRunsOfUnchangedLinesAreFolded() {
        var left = lines(0, 40, 1);
        var rows = Folding.folded(TextDiff.of(left, left.replace("line 20", "changed")));

        assertThat(kinds(rows))
                .containsExactly(
                        "FOLDED", "SAME", "SAME", "SAME", "CHANGED", "SAME", "SAME", "SAME",
                        "FOLDED");
        assertThat(rows.getFirst().left()).isEqualTo("17");
    }

    @Test
    void inlineWhatWentStandsBeforeWhatCame() {
        var rows = Folding.inline(TextDiff.of("a\nb\nc", "a\nB\nC"));

        assertThat(kinds(rows)).containsExactly("SAME", "REMOVED", "REMOVED", "ADDED", "ADDED");
    }

    @Test
    void textsWithoutACommonLineAreOneChange() {
        assertThat(Folding.changes(TextDiff.of("a\nb", "c\nd\ne"))).isEqualTo(1);
        assertThat(TextDiff.of("", "")).isEmpty();
        assertThat(kinds(TextDiff.of("", "a"))).containsExactly("ADDED");
        assertThat(kinds(TextDiff.of("a", ""))).containsExactly("REMOVED");
    }

    /// Both ways to compare, and what is common to two texts at most, counted the slow way.
    @ParameterizedTest
    @CsvSource({"3, 40", "40, 40", "1000, 300", "2, 1500", "1, 1200"})
    void asManyLinesAsCanBeStayUnchanged(int different, int lines) {
        var random = new Random(different * 31L + lines);
        for (int round = 0; round < 20; round++) {
            var left = random(random, different, random.nextInt(lines + 1));
            var right = random(random, different, random.nextInt(lines + 1));
            var rows = TextDiff.of(text(left), text(right));

            assertThat(rows.stream().filter(each -> each.kind() == DiffRow.Kind.SAME))
                    .hasSize(common(left, right))
                    .allMatch(each -> each.left().equals(each.right()));
            assertThat(rows.stream().filter(each -> each.leftNumber() > 0).map(DiffRow::left))
                    .isEqualTo(left);
            assertThat(rows.stream().filter(each -> each.rightNumber() > 0).map(DiffRow::right))
                    .isEqualTo(right);
        }
    }

    private static List<String> random(Random random, int different, int lines) {
        return random.ints(lines, 0, different).mapToObj(Integer::toString).toList();
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines);
    }

    private static int common(List<String> left, List<String> right) {
        var best = new int[right.size() + 1];
        for (var line : left) {
            int corner = 0;
            for (int at = 1; at <= right.size(); at++) {
                int above = best[at];
                best[at] =
                        line.equals(right.get(at - 1)) ? corner + 1 : Math.max(above, best[at - 1]);
                corner = above;
            }
        }
        return best[right.size()];
    }

    private static List<String> kinds(List<DiffRow> rows) {
        return rows.stream().map(each -> each.kind().name()).toList();
    }

    private static String lines(int from, int to, int step) {
        return IntStream.range(from, to)
                .filter(each -> each % step == 0 || each % 5 == 0)
                .mapToObj(each -> "line " + each)
                .collect(Collectors.joining("\n"));
    }
}
