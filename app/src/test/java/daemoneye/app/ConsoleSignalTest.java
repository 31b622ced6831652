package daemoneye.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A real console with a real fleet, as a process of its own, that is told to end by its system.
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class ConsoleSignalTest {
    private static final int SIGTERM = 128 + 15;

    @TempDir private Path home;

    @Test
    void aSignalEndsTheFleetInOrderAndLeavesNoSocket() throws Exception {
        var console = start();
        List<ProcessHandle> collectors;
        try {
            while (!written("audit/procmond.000001.jsonl").contains("opened")) {
                assertThat(console.waitFor(50, TimeUnit.MILLISECONDS)).as(log()).isFalse();
            }
            collectors = console.descendants().toList();
            console.destroy();
            assertThat(console.waitFor()).as(log()).isEqualTo(SIGTERM);
        } finally {
            console.destroyForcibly();
        }
        assertThat(collectors).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        try (var files = Files.list(home.resolve("run"))) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".sock"));
        }
        for (var process : List.of("procmond", agent())) {
            assertThat(written("audit/" + process + ".000001.jsonl"))
                    .containsOnlyOnce("closed in order");
        }
    }

    private Process start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var options =
                Path.of(System.getProperty("daemoneye.root"), "app/src/dist/lib/console.options");
        var builder =
                new ProcessBuilder(
                        java,
                        "@" + options,
                        "--module-path",
                        System.getProperty("jdk.module.path"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "daemoneye.app.ConsoleStart",
                        "console",
                        "--headless");
        builder.environment().put("DAEMONEYE_HOME", home.toString());
        var log = home.resolve("log").toFile();
        return builder.redirectErrorStream(true).redirectOutput(log).start();
    }

    private String agent() throws IOException {
        try (var files = Files.list(home.resolve("state/audit"))) {
            return files.map(each -> each.getFileName().toString())
                    .filter(name -> name.startsWith("agent-") && name.endsWith(".000001.jsonl"))
                    .map(name -> name.replace(".000001.jsonl", ""))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String written(String file) throws IOException {
        var path = home.resolve("state").resolve(file);
        return Files.exists(path) ? Files.readString(path) : "";
    }

    private String log() throws IOException {
        return Files.readString(home.resolve("log"));
    }
}
