import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Checks that every Java file below a folder is formatted (google-java-format, AOSP style), or
/// formats them.
///
/// Run by the build: `java FormatSources.java check|apply FOLDER`. Ends with 1 when `check` finds a
/// file that is not formatted, or when a file cannot be read as Java.
class FormatSources {
    private static final Formatter FORMATTER =
            new Formatter(
                    JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build());

    public static void main(String[] args) throws IOException {
        boolean apply = args[0].equals("apply");
        Path root = Path.of(args[1]);
        List<String> complaints =
                sources(root).parallelStream()
                        .flatMap(file -> visit(root, file, apply).stream())
                        .sorted()
                        .toList();
        if (complaints.isEmpty()) {
            return;
        }
        complaints.forEach(System.err::println);
        System.err.println("Format all sources with: mvn -q -Pformat");
        System.exit(1);
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> paths =
                Stream.concat(Files.walk(root.resolve("rpc")), Files.walk(root.resolve("app")))) {
            return paths.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !root.relativize(path).toString().contains("target"))
                    .toList();
        }
    }

    private static Optional<String> visit(Path root, Path file, boolean apply) {
        Path name = root.relativize(file);
        try {
            String before = Files.readString(file);
            String after = FORMATTER.formatSourceAndFixImports(before);
            if (before.equals(after)) {
                return Optional.empty();
            }
            if (apply) {
                Files.writeString(file, after);
                return Optional.empty();
            }
            return Optional.of("Not formatted: " + name);
        } catch (FormatterException e) {
            return Optional.of("Not readable as Java: " + name + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
