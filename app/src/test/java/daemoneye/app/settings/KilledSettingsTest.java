package daemoneye.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// A real process, killed while it saves settings, again and again over the same file.
/// `-Ddaemoneye.settings.kills=1000` for a long run.
class KilledSettingsTest {
    private static final int KILLS = Integer.getInteger("daemoneye.settings.kills", 8);
    private static final int MOST_SAVES = 40;

    @TempDir private Path folder = Path.of("");
    private final Random random = new Random(42);

    @Test
    void aKillAtAnyMomentLeavesOneOfTheVersionsWholeAndNothingElse() throws Exception {
        int saved = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            saved = saveAndKill(saved + 1);
            var loaded = new SettingsFile(folder).load();
            assertThat(loaded.trouble()).isEmpty();
            // The one after the last that was told may have got in as well.
            assertThat(loaded.settings())
                    .isIn(SettingsWriter.version(saved), SettingsWriter.version(saved + 1));
            assertThat(leftBehind()).isEmpty();
            saved = loaded.settings().equals(SettingsWriter.version(saved)) ? saved : saved + 1;
            assertBackupOf(saved);
        }
        assertThat(saved).isGreaterThan(KILLS);
    }

    // One before; or the same, if the kill came between the two files.
    private void assertBackupOf(int saved) throws IOException {
        var file = folder.resolve("console.json");
        var whole = Files.readAllBytes(file);
        Files.write(file, new byte[] {'{'});
        var before = new SettingsFile(folder).peek();
        assertThat(before.trouble().orElseThrow()).contains("the ones before are used");
        assertThat(before.settings())
                .isIn(SettingsWriter.version(saved - 1), SettingsWriter.version(saved));
        Files.write(file, whole);
    }

    private int saveAndKill(int first) throws IOException, InterruptedException {
        int patience = first + random.nextInt(MOST_SAVES);
        var process = start(first);
        int saved = first - 1;
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                saved = Integer.parseInt(line);
                if (saved == patience) {
                    process.toHandle().destroyForcibly(); // leaves the pipe to be read
                }
            }
        }
        process.waitFor();
        assertThat(saved).isGreaterThanOrEqualTo(patience);
        return saved;
    }

    private String[] leftBehind() {
        return folder.toFile().list((dir, name) -> name.endsWith(".new"));
    }

    private Process start(int first) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SettingsWriter.class.getName(),
                        folder.toString(),
                        Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
