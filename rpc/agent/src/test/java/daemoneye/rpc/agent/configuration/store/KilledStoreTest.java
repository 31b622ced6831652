package daemoneye.rpc.agent.configuration.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/// A real process, killed while it changes a collector's settings, again and again over the same
/// history. `-Ddaemoneye.history.kills=1000` for a long run.
class KilledStoreTest {
    private static final int KILLS = Integer.getInteger("daemoneye.history.kills", 8);
    private static final int MOST_CHANGES = 40;

    @TempDir private Path folder = Path.of("");
    private final Random random = new Random(42);

    @Test
    void aKillAtAnyMomentLosesNoVersionThatWasTold() throws Exception {
        long told = 1;
        for (int kill = 0; kill < KILLS; kill++) {
            told = changeAndKill(told);
            var store = HistoryWriter.open(file());
            assertThat(store.trouble()).isEmpty();
            assertWhole(store.book());
            long newest = store.book().newest().number();
            // The one after the last that was told may have got in as well.
            assertThat(newest).isBetween(told, told + 1);
            told = newest;
            assertBackupOf(newest);
        }
        assertThat(told).isGreaterThan(KILLS);
    }

    private static void assertWhole(VersionBook book) {
        assertThat(book.versions())
                .allSatisfy(
                        each ->
                                assertThat(each.values())
                                        .isEqualTo(
                                                each.number() == 1
                                                        ? Map.of()
                                                        : HistoryWriter.values(each.number())));
        long oldest = book.versions().getFirst().number();
        assertThat(book.newest().number() - oldest + 1).isEqualTo(book.versions().size());
    }

    // None for a moment; one before; or the same, if the kill came between the two files.
    private void assertBackupOf(long newest) throws IOException {
        var backup = DurableFile.backup(file());
        if (!Files.exists(backup)) {
            return;
        }
        assertThat(BookRead.of(backup))
                .isInstanceOfSatisfying(
                        BookRead.Whole.class,
                        whole ->
                                assertThat(whole.book().newest().number())
                                        .isBetween(newest - 1, newest));
    }

    private Path file() {
        return folder.resolve("procmond.json");
    }

    private long changeAndKill(long before) throws IOException, InterruptedException {
        long patience = before + 1 + random.nextInt(MOST_CHANGES);
        var process = start();
        long told = before;
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                told = Long.parseLong(line);
                if (told == patience) {
                    process.toHandle().destroyForcibly(); // leaves the pipe to be read
                }
            }
        }
        process.waitFor();
        assertThat(told).isGreaterThanOrEqualTo(patience);
        return told;
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HistoryWriter.class.getName(),
                        file().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
