package daemoneye.rpc.agent.process.launch;

import daemoneye.rpc.protocol.payload.ResourceLimits;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The Java machine of a collector: small, and quick to start. A host runs several of them beside
/// its real work.
///
/// @param javaHome of the Java that runs it
/// @param classPath with everything a collector needs
public record CollectorJvm(Path javaHome, List<Path> classPath) {
    /// What a collector process begins with.
    public static final String MAIN_CLASS = "daemoneye.rpc.collector.CollectorMain";

    /// The heap of a collector, MiB, unless a limit says otherwise.
    static final long HEAP_MIB = 48;

    /// What a Java process takes beside its heap (code, classes, threads), MiB: measured 40 to 45.
    static final long BESIDE_HEAP_MIB = 44;

    /// The least heap that a collector starts with, MiB.
    static final long LEAST_HEAP_MIB = 16;

    /// Found beside the jars, it makes the start faster; made for exactly one class path and Java,
    /// and ignored by Java if it does not fit.
    static final String AOT_CACHE = "collector.aot";

    private static final List<String> FLAGS =
            List.of(
                    "-Xms8m",
                    "-Xss512k",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:-UsePerfData",
                    // A cache that does not fit is passed over; nobody needs to read about it.
                    "-Xlog:disable",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private static final List<String> ONLY_FOR_WINDOWS =
            List.of("javafx", "controlsfx", "atlantafx", "ikonli", "testfx", "daemoneye-app");

    public CollectorJvm {
        classPath = List.copyOf(classPath);
    }

    /// The Java and the class path of this very process, without what only the window needs.
    public static CollectorJvm ofThisProcess() {
        var entries = new ArrayList<Path>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty() && !isOnlyForWindows(entry)) {
                entries.add(Path.of(entry).toAbsolutePath());
            }
        }
        // A folder is listed in any order; a cache is made for one.
        entries.sort(null);
        return new CollectorJvm(Path.of(System.getProperty("java.home")), entries);
    }

    /// The executable.
    Path java() {
        boolean windows = File.separatorChar == '\\';
        return javaHome.resolve("bin").resolve(windows ? "java.exe" : "java");
    }

    /// The command up to the main class, which is its last word.
    public List<String> command(Optional<ResourceLimits> limits) {
        var command = new ArrayList<String>();
        command.add(java().toString());
        command.add("-Xmx" + heapMib(limits) + "m");
        command.addAll(FLAGS);
        aotCache().ifPresent(cache -> command.add("-XX:AOTCache=" + cache));
        command.add("-cp");
        command.add(
                String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()));
        command.add(MAIN_CLASS);
        return List.copyOf(command);
    }

    /// The heap that goes with these limits, MiB.
    static long heapMib(Optional<ResourceLimits> limits) {
        var memory = limits.map(ResourceLimits::maxMemoryBytes);
        if (memory.isEmpty() || memory.get().isEmpty()) {
            return HEAP_MIB;
        }
        return Math.max(LEAST_HEAP_MIB, (memory.get().getAsLong() >> 20) - BESIDE_HEAP_MIB);
    }

    private Optional<Path> aotCache() {
        return classPath.stream()
                .filter(entry -> entry.toString().endsWith(".jar"))
                .map(entry -> entry.resolveSibling(AOT_CACHE))
                .filter(Files::isReadable)
                .findFirst();
    }

    private static boolean isOnlyForWindows(String entry) {
        var name = Path.of(entry).getFileName();
        return name != null
                && ONLY_FOR_WINDOWS.stream().anyMatch(each -> name.toString().startsWith(each));
    }
}
