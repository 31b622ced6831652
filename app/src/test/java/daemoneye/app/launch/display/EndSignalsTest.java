package daemoneye.app.launch.display;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// In a process of its own: signals are the process's.
@DisabledOnOs(OS.WINDOWS)
class EndSignalsTest {
    @TempDir private Path folder;

    /// A program that can be closed.
    static final class Closeable {
        private Closeable() {}

        public static void main(String[] args) throws InterruptedException {
            var closed = new CountDownLatch(1);
            var signals = new EndSignals();
            if (args.length > 0) {
                signals.onTold("deaf".equals(args[0]) ? () -> {} : closed::countDown);
            }
            signals.watch();
            System.out.println("ready");
            closed.await();
        }
    }

    @Test
    void aSignalClosesWhatCanBeClosedAndThatIsACleanEnd() throws Exception {
        for (var name : new String[] {"TERM", "INT", "HUP"}) {
            assertThat(ended(start("window"), name)).as(name).isZero();
        }
    }

    @Test
    void beforeThereIsAWindowTheProcessEndsAtOnce() throws Exception {
        assertThat(ended(start(), "TERM")).isEqualTo(128 + 15);
    }

    @Test
    void aSecondSignalEndsWhatDoesNotClose() throws Exception {
        var deaf = start("deaf");
        signal(deaf, "TERM");
        assertThat(deaf.waitFor(100, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(ended(deaf, "INT")).isEqualTo(128 + 2);
    }

    private Process start(String... args) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var words = new ArrayList<String>();
        words.addAll(List.of(java, "-XX:+UseSerialGC", "-cp"));
        words.add(System.getProperty("java.class.path"));
        words.add(Closeable.class.getName());
        words.addAll(List.of(args));
        var process =
                new ProcessBuilder(words)
                        .redirectError(new File(folder.toFile(), "errors"))
                        .start();
        assertThat(process.inputReader().readLine()).isEqualTo("ready");
        return process;
    }

    private static int ended(Process process, String signal) throws Exception {
        signal(process, signal);
        try {
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void signal(Process process, String name) throws Exception {
        var kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }
}
