import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// Lays out the distribution folder afresh: scripts and option files, executable where they must
/// be, and a note of the JDK that built it. Maven adds the jars.
///
/// Run by the build: `java LayOutDistribution.java SOURCE TARGET`.
class LayOutDistribution {
    public static void main(String[] args) throws IOException {
        Path source = Path.of(args[0]);
        Path target = Path.of(args[1]);
        delete(target);
        for (Path file : filesBelow(source)) {
            Path copy = target.resolve(source.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
            if (!file.getFileName().toString().contains(".")) {
                copy.toFile().setExecutable(true, false);
            }
        }
        Files.writeString(target.resolve("lib/build-jdk"), System.getProperty("java.home") + "\n");
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
