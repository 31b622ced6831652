package daemoneye.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Looks at the folder that people get, and starts it.
class DistributionIT {
    private final Path dist = Checkout.current().file("app/target/dist");

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theStartScriptRunsAndSaysNothingElse(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output");
        Process process =
                new ProcessBuilder(dist.resolve("bin/daemoneye").toString(), "--version")
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

        List<String> lines = Files.readAllLines(output);
        assertThat(process.exitValue()).as("%s", lines).isZero();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).startsWith("daemoneye 0.");
    }

    @Test
    void javaFxLiesOnTheModulePathOnly() throws IOException {
        assertThat(jars("lib")).noneMatch(name -> name.startsWith("javafx"));
        assertThat(jars("lib/javafx"))
                .as("base, graphics, controls and fxml of this system")
                .hasSize(4)
                .allMatch(name -> name.matches("javafx-[a-z]+-[0-9.]+-[a-z].*\\.jar"));
    }

    @Test
    void everyModuleOfOursIsThere() throws IOException {
        assertThat(jars("lib"))
                .filteredOn(name -> name.startsWith("daemoneye-"))
                .hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void eachCommandHasItsManualPageAndShellsTheirCompletion() throws IOException {
        var share = dist.resolve("share");
        try (Stream<Path> pages = Files.list(share.resolve("man/man1"))) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .contains("daemoneye.1", "daemoneye-console.1", "daemoneye-config-apply.1");
        }
        for (var file :
                List.of(
                        "bash-completion/completions/daemoneye",
                        "zsh/site-functions/_daemoneye",
                        "fish/vendor_completions.d/daemoneye.fish")) {
            assertThat(share.resolve(file)).content().contains("console", "config");
        }
    }

    private List<String> jars(String folder) throws IOException {
        try (Stream<Path> files = Files.list(dist.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
        }
    }
}
