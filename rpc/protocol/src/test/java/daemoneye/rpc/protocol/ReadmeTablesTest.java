package daemoneye.rpc.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.operation.DangerClass;
import daemoneye.rpc.protocol.operation.Repeat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// `rpc/README.md` is what others write clients from: its tables say what the code does.
class ReadmeTablesTest {
    private static final Path README = Path.of("..", "README.md");

    @Test
    void everyErrorCodeIsInTheTableWithItsCategory() throws IOException {
        var told =
                rows("## 7 Failures")
                        .filter(cells -> cells.size() == 5 && cells.getFirst().startsWith("`"))
                        .map(cells -> cells.getFirst().replace("`", "") + " " + cells.get(1))
                        .distinct()
                        .toList();
        var real =
                Arrays.stream(ErrorCode.values())
                        .map(code -> code + " " + code.category().wireName())
                        .toList();

        assertThat(told).containsExactlyInAnyOrderElementsOf(real);
    }

    @Test
    void everyErrorCodeThatIsUsedSaysWhenAndWhatToDo() throws IOException {
        assertThat(
                        rows("## 7 Failures")
                                .filter(cells -> cells.size() == 5)
                                .filter(cells -> cells.getFirst().startsWith("`")))
                .allSatisfy(cells -> assertThat(cells.get(3)).isNotEmpty());
    }

    @Test
    void everyOperationIsInTheTableWithItsRules() throws IOException {
        var told =
                rows("## 6 Operations")
                        .filter(cells -> cells.size() == 7 && cells.getFirst().matches("\\d+"))
                        .map(cells -> cells.get(1) + cells.subList(3, 7))
                        .toList();
        var real =
                Arrays.stream(CollectorOperation.values())
                        .filter(each -> each != CollectorOperation.UNKNOWN)
                        .map(each -> each.designName() + rules(each))
                        .toList();

        assertThat(told).containsExactlyElementsOf(real);
    }

    private static List<String> rules(CollectorOperation operation) {
        var time = operation.timeout();
        return List.of(
                "%d s (%d–%d)"
                        .formatted(
                                time.standard().toSeconds(),
                                time.least().toSeconds(),
                                time.most().toSeconds()),
                repeat(operation.repeat()),
                operation.role().wireName(),
                danger(operation.danger()));
    }

    private static String repeat(Repeat repeat) {
        return repeat.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String danger(DangerClass danger) {
        return Integer.toString(List.of(DangerClass.values()).indexOf(danger));
    }

    /// The cells of all table rows of one chapter.
    private static Stream<List<String>> rows(String chapter) throws IOException {
        var lines = Files.readAllLines(README);
        int begin = lines.indexOf(chapter);
        assertThat(begin).as(chapter).isNotNegative();
        return lines.stream()
                .skip(begin + 1L)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("|"))
                .map(ReadmeTablesTest::cells);
    }

    private static List<String> cells(String row) {
        var inside = row.substring(1, row.lastIndexOf('|'));
        return Arrays.stream(inside.split("\\|", -1)).map(String::strip).toList();
    }
}
