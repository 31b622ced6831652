package daemoneye.rpc.cli.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The table *Design coverage* of `rpc/README.md` names classes and tests that exist: it must not
/// promise what is gone.
class DesignCoverageTest {
    private static final Path RPC = Path.of(System.getProperty("daemoneye.root"), "rpc");
    private static final Pattern NAME = Pattern.compile("`([A-Z][A-Za-z]+)`");
    private static final int HEADINGS = 23;

    @Test
    void everyHeadingNamesAClassAndATestThatExist() throws IOException {
        var sources = sources();
        var rows = rows();

        assertThat(rows).hasSize(HEADINGS);
        for (var row : rows) {
            var cells = row.split("\\|", -1);
            assertThat(names(cells[2])).as(row).isNotEmpty().isSubsetOf(sources);
            assertThat(names(cells[3])).as(row).isSubsetOf(sources);
            assertThat(cells[3]).as(row).containsAnyOf("Test`", "measured below");
        }
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(RPC.resolve("README.md")).stream()
                .dropWhile(line -> !line.endsWith("Design coverage"))
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> sources() throws IOException {
        try (var files = Files.walk(RPC)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
