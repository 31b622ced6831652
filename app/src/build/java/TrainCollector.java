import daemoneye.rpc.agent.process.launch.CollectorJvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Lets one collector run for two seconds against a real broker, so that Java writes down what it
/// loads and how it links it: `lib/collector.aot`, with which collectors start in about half the
/// processor time. Without the cache everything works, only slower; so a failure is told and does
/// not stop the build.
///
/// Run by the build on the class path of the distribution: `java TrainCollector.java DIST`.
class TrainCollector {
    private static final String LISTENS = "Broker listens at ";

    public static void main(String[] args) throws IOException, InterruptedException {
        Path lib = Path.of(args[0], "lib");
        Path home = Files.createTempDirectory("daemoneye-training-");
        Process broker = broker(lib, home);
        try {
            var line = broker.inputReader(StandardCharsets.UTF_8).readLine();
            if (line == null || !line.startsWith(LISTENS)) {
                throw new IOException("the broker did not start");
            }
            train(
                    lib.resolve("collector.aot"),
                    line.substring(LISTENS.length(), line.length() - 1));
        } catch (IOException e) {
            System.err.println("Collectors will start without a cache: " + e.getMessage());
        } finally {
            broker.destroy();
            broker.waitFor();
            delete(home);
        }
    }

    private static Process broker(Path lib, Path home) throws IOException {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + lib.resolve("command.options"),
                        "-cp",
                        lib + "/*",
                        "daemoneye.rpc.cli.DaemonEye",
                        "broker");
        var builder = new ProcessBuilder(command);
        builder.environment().put("DAEMONEYE_HOME", home.toString());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    private static void train(Path cache, String broker) throws IOException, InterruptedException {
        var command = new ArrayList<>(jvm().command(Optional.empty()));
        command.add(1, "-XX:AOTCacheOutput=" + cache);
        command.addAll(List.of("--id", "training", "--type", "process-monitor"));
        command.addAll(List.of("--connect", broker));
        var builder = new ProcessBuilder(command);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        var collector = builder.start();
        collector.waitFor(2, TimeUnit.SECONDS);
        collector.getOutputStream().close();
        if (!collector.waitFor(30, TimeUnit.SECONDS)) {
            collector.destroyForcibly();
        }
        if (!Files.exists(cache)) {
            throw new IOException("Java made none");
        }
    }

    /// With the jars alone: packaging runs this class from a folder of its own.
    private static CollectorJvm jvm() {
        var own = CollectorJvm.ofThisProcess();
        return new CollectorJvm(
                own.javaHome(),
                own.classPath().stream()
                        .filter(entry -> entry.toString().endsWith(".jar"))
                        .toList());
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
