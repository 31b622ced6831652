package daemoneye.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The folder that the sources were checked out to, as the build names it.
final class Checkout {
    private final Path root;

    private Checkout(Path root) {
        this.root = root;
    }

    /// The checkout that is being built: system property `daemoneye.root`.
    static Checkout current() {
        return new Checkout(Path.of(System.getProperty("daemoneye.root")));
    }

    /// The names that lie at the top, dotfiles left out.
    List<String> topLevel() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /// Every Java file of every module, relative to the root; nothing that the build made.
    List<Path> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(root::relativize)
                    .filter(file -> file.startsWith("app") || file.startsWith("rpc"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        }
    }

    Path file(String name) {
        return root.resolve(name);
    }

    long lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(root.resolve(file))) {
            return lines.count();
        }
    }
}
