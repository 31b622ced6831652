import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Lets the console run until its live fleet is painted, so that Java writes down what it loads and
/// how it links it: `lib/console.aot`, with which the window is there in less than half the time.
/// On the display there is, or in memory. Without the cache everything works, only slower; so a
/// failure is told and does not stop the build.
///
/// Run by the build: `java TrainConsole.java DIST`.
class TrainConsole {
    private static final long PATIENCE_SECONDS = 120;

    public static void main(String[] args) throws IOException, InterruptedException {
        Path lib = Path.of(args[0], "lib").toAbsolutePath();
        Path cache = lib.resolve("console.aot");
        Files.deleteIfExists(cache);
        Path home = Files.createTempDirectory("daemoneye-training-");
        try {
            train(lib, cache, home);
        } catch (IOException e) {
            System.err.println("The console will start without a cache: " + e.getMessage());
        } finally {
            delete(home);
        }
    }

    // With the options that bin/daemoneye gives: a cache is good for the same ones only.
    private static void train(Path lib, Path cache, Path home)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + lib.resolve("console.options"));
        command.add("-Ddaemoneye.home=" + lib.getParent());
        command.add("-XX:AOTCacheOutput=" + cache);
        command.add("-Xlog:disable");
        command.add("-Ddaemoneye.start-watch=fleet");
        if (Files.isDirectory(lib.resolve("javafx"))) {
            command.addAll(List.of("--module-path", lib.resolve("javafx").toString()));
        }
        boolean display = System.getenv("DISPLAY") != null || File.separatorChar == '\\';
        if (!display) {
            command.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        }
        command.addAll(List.of("-cp", classPath(lib), "daemoneye.app.ConsoleStart", "console"));
        var builder = new ProcessBuilder(command);
        builder.environment().put("DAEMONEYE_HOME", home.toString());
        builder.environment().putIfAbsent("DISPLAY", "none");
        for (var name : List.of("DAEMONEYE_CONNECT", "DAEMONEYE_TOKEN_FILE")) {
            builder.environment().remove(name);
        }
        var log = Files.createTempFile(home, "training", ".log");
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        var console = builder.start();
        if (!console.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            console.destroy();
            console.waitFor();
        }
        if (!Files.exists(cache)) {
            throw new IOException("Java made none. " + Files.readString(log));
        }
    }

    private static String classPath(Path lib) throws IOException {
        try (var files = Files.list(lib)) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
