package daemoneye.rpc.collector.executables;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.collector.gather.Fields;
import daemoneye.rpc.collector.gather.Findings;
import daemoneye.rpc.collector.machine.Platform;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A real process of a real file, and what the system's own `sha256sum` says of it.
@Timeout(30)
class RealExecutablesTest {
    private static final HashRule PLAIN = new HashRule(true, "");

    @TempDir private Path folder;

    @Test
    void aRunningFileIsHashedAndItsReplacementIsToldAndTheRealHashesAreThoseOfSha256sum()
            throws Exception {
        Assumptions.assumeTrue(Platform.hasProc() && Files.isExecutable(Path.of("/bin/cat")));
        var file = Files.copy(Path.of("/bin/cat"), folder.resolve("own-cat"));
        var expected = sha256sum(file);
        var child = new ProcessBuilder(file.toString()).start();
        try {
            var watch = new ExecutableWatch();
            look(watch, child.pid());
            look(watch, child.pid());
            assertThat(watch.describe(child.pid(), new Fields()).table().entries())
                    .containsEntry("executable", ConfigValue.of(file.toRealPath().toString()))
                    .containsEntry("sha256", ConfigValue.of(expected));

            var other = Files.writeString(folder.resolve("other"), "#!/bin/sh\n");
            var now = sha256sum(other);
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
            look(watch, child.pid());

            assertThat(look(watch, child.pid()))
                    .containsEntry("change", ConfigValue.of("replaced"))
                    .containsEntry("sha256_before", ConfigValue.of(expected))
                    .containsEntry("sha256_now", ConfigValue.of(now));
        } finally {
            child.destroyForcibly();
        }
    }

    @Test
    void aThreadOfTheKernelAndAProcessThatIsGoneHaveNoExecutable() {
        assertThat(ExecutableSource.ofThisSystem().of(Integer.MAX_VALUE)).isEmpty();
    }

    /// The fields of the one event, if there is one.
    private static Map<String, ConfigValue> look(ExecutableWatch watch, long pid) {
        var out = new Findings(10);
        watch.look(PLAIN, Set.of(pid), List.of());
        watch.tell(out, Set.of(pid));
        return out.scan().events().stream().findFirst().map(each -> each.fields()).orElse(Map.of());
    }

    private static String sha256sum(Path file) throws Exception {
        var process = new ProcessBuilder("sha256sum", file.toString()).start();
        return new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.US_ASCII)
                .substring(0, 64);
    }
}
