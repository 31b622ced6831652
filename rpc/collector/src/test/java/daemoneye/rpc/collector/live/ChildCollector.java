package daemoneye.rpc.collector.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A collector in a Java process of its own, started as an agent starts it.
final class ChildCollector implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    /// As agents give them, see the README.
    private static final List<String> OPTIONS =
            List.of(
                    "-Xms8m",
                    "-Xmx48m",
                    "-Xss512k",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:-UsePerfData",
                    "-Xshare:auto",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private final Process process;

    /// @param home where it keeps its state
    static ChildCollector start(Path home, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("daemoneye.rpc.collector.CollectorMain");
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DAEMONEYE_HOME", home.toString());
        return new ChildCollector(builder.start());
    }

    private ChildCollector(Process process) {
        this.process = process;
    }

    Process process() {
        return process;
    }

    /// As SIGTERM does.
    void terminate() {
        process.toHandle().destroy();
    }

    /// As if the agent were gone.
    void closeStdin() throws IOException {
        process.getOutputStream().close();
    }

    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /// All it said, once it has ended.
    String output() throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
