package daemoneye.rpc.client.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.audit.disk.FolderDisk;
import daemoneye.rpc.client.audit.fake.Entries;
import daemoneye.rpc.client.audit.read.Fault;
import daemoneye.rpc.client.audit.read.LogVerifier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/// A real process, really killed while it writes, again and again over the same log.
/// `-Ddaemoneye.audit.kills=1000` for a long run.
class KilledWriterTest {
    private static final Logger log = LoggerFactory.getLogger(KilledWriterTest.class);
    private static final int KILLS = Integer.getInteger("daemoneye.audit.kills", 30);

    @TempDir private Path folder;
    private final Random random = new Random(42);

    @Test
    void noAcknowledgedRecordIsLostByAnyKill() throws Exception {
        var acknowledged = new ArrayList<String>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(writeAndKill(kill * 1_000_000L));
            verify();
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
        assertThat(new HashSet<>(Entries.intents(new FolderDisk(folder))))
                .containsAll(acknowledged);
        log.info("{} kills, {} acknowledged, none lost", KILLS, acknowledged.size());
    }

    private List<String> writeAndKill(long first) throws IOException, InterruptedException {
        int patience = 1 + random.nextInt(60);
        var process = start(first);
        var acknowledged = new ArrayList<String>();
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                process.getInputStream(), StandardCharsets.US_ASCII))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged.add(Entries.id(Long.parseLong(line)));
                if (acknowledged.size() == patience) {
                    process.toHandle().destroyForcibly(); // leaves the pipe to be read
                }
            }
        }
        process.waitFor();
        return acknowledged;
    }

    // A torn end is all that a kill may leave.
    private void verify() throws IOException {
        new LogVerifier(new FolderDisk(folder))
                .verify(Entries.PROCESS)
                .bad()
                .ifPresent(bad -> assertThat(bad.fault()).isEqualTo(Fault.TORN));
    }

    private Process start(long first) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString(),
                        Long.toString(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
