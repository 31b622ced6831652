package daemoneye.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The scripts that make and try the packages can be read by their shells. They run too long for
/// every build: `installers/smoke-test.sh` is what tries them.
@DisabledOnOs(OS.WINDOWS)
class PackagingScriptsTest {
    private static final Path FOLDER = Checkout.current().file("installers");

    @Test
    void everyScriptIsWellFormed() throws Exception {
        List<Path> scripts = files(".sh", "postinst", "prerm", "postrm");

        assertThat(scripts).hasSizeGreaterThan(6);
        for (Path script : scripts) {
            assertThat(complaints("bash", "-n", script.toString())).as(script.toString()).isEmpty();
        }
    }

    @Test
    void everyUnitStartsTheInstalledProgramAsAUserWithoutRights() throws Exception {
        List<Path> units = files(".service");

        assertThat(units).hasSize(2);
        for (Path unit : units) {
            assertThat(Files.readAllLines(unit))
                    .contains("DynamicUser=yes", "NoNewPrivileges=yes", "ProtectSystem=strict")
                    .anyMatch(line -> line.startsWith("ExecStart=/opt/daemoneye/bin/daemoneye "));
        }
    }

    private static List<Path> files(String... endings) throws IOException {
        try (var paths = Files.walk(FOLDER)) {
            return paths.filter(
                            path ->
                                    Stream.of(endings)
                                            .anyMatch(ending -> path.toString().endsWith(ending)))
                    .sorted()
                    .toList();
        }
    }

    private static String complaints(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : "not well-formed: " + text;
    }
}
