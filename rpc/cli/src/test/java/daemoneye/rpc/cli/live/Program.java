package daemoneye.rpc.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.cli.json.BadJson;
import daemoneye.rpc.cli.json.JsonInput;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// One `daemoneye …` as a process of its own, with the JVM options that people get.
public final class Program implements AutoCloseable {
    /// For anything that must happen at all, on a machine that does a lot else.
    static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final BlockingQueue<String> out = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> err = new LinkedBlockingQueue<>();
    private final List<Thread> readers = new ArrayList<>();

    private Program(Process process) {
        this.process = process;
        readers.add(read(process.inputReader(StandardCharsets.UTF_8), out));
        readers.add(read(process.errorReader(StandardCharsets.UTF_8), err));
    }

    /// @param home stands for everything that belongs to a user
    static Program start(Path home, String... arguments) {
        return start(home, Map.of(), arguments);
    }

    static Program start(Path home, Map<String, String> environment, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + Path.of(System.getProperty("daemoneye.root")).resolve(OPTIONS));
        command.addAll(List.of("-cp", classPath(), "daemoneye.rpc.cli.DaemonEye"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("DAEMONEYE_"));
        builder.environment().put("DAEMONEYE_HOME", home.toString());
        builder.environment().putAll(environment);
        try {
            return new Program(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String OPTIONS = "app/src/dist/lib/command.options";

    /// The class path of the tests; surefire hides it in a jar of its own.
    private static String classPath() {
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path"));
    }

    /// Runs one command to its end.
    static Program run(Path home, String... arguments) throws InterruptedException {
        var program = start(home, arguments);
        program.exit();
        return program;
    }

    long pid() {
        return process.pid();
    }

    /// Its exit code, waited for.
    int exit() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("it ends: %s", this)
                .isTrue();
        for (var reader : readers) {
            reader.join();
        }
        return process.exitValue();
    }

    /// The next line of its output, waited for.
    String line() throws InterruptedException {
        var line = out.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(line).as("a line of output: %s", this).isNotNull();
        return line;
    }

    /// Everything that it printed and nobody has taken yet.
    String out() {
        return String.join("\n", out);
    }

    /// Everything that it said beside its output.
    String err() {
        return String.join("\n", err);
    }

    /// Its output, which must be one JSON document.
    ConfigValue.Table document() {
        return document(out());
    }

    static ConfigValue.Table document(String text) {
        try {
            return (ConfigValue.Table) JsonInput.read(text);
        } catch (BadJson e) {
            throw new AssertionError("not one JSON document: " + text, e);
        }
    }

    /// SIGTERM, SIGKILL, SIGSTOP or SIGCONT.
    void signal(String name) throws Exception {
        signal(name, pid());
    }

    static void signal(String name, long pid) throws Exception {
        var kill = new ProcessBuilder("kill", "-s", name, Long.toString(pid)).start();
        assertThat(kill.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).as("kill -s %s %d", name, pid).isZero();
    }

    /// Ends it, cleanly if it will, so that it ends what it started.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "%s%nout: %s%nerr: %s".formatted(process.info().commandLine(), out(), err());
    }

    private static Thread read(BufferedReader from, BlockingQueue<String> to) {
        return Thread.ofPlatform()
                .daemon()
                .start(
                        () -> {
                            try (from) {
                                from.lines().forEach(to::add);
                            } catch (IOException | UncheckedIOException e) {
                                to.add("(unreadable: " + e.getMessage() + ")");
                            }
                        });
    }
}
