package daemoneye.app.about;

import daemoneye.app.text.Messages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/// Reads what this process is. The libraries are those that the build listed.
public final class ThisProgram {
    private static final String LIST = "/daemoneye/third-party.txt";
    private static final Pattern ENTRY =
            Pattern.compile("(?m)^(\\S.*?)(?: (\\d\\S*))?\\R {4}(\\S.*)$");

    private ThisProgram() {}

    /// Blocks while it opens a jar; not for the FX thread.
    public static About about() {
        return new About(
                Optional.ofNullable(ThisProgram.class.getPackage().getImplementationVersion())
                        .orElse("development"),
                build(),
                property("java.vm.name") + " " + property("java.runtime.version"),
                property("javafx.runtime.version"),
                property("os.name") + " " + property("os.version") + ", " + property("os.arch"),
                libraries());
    }

    static List<Library> libraries() {
        try (var list = ThisProgram.class.getResourceAsStream(LIST)) {
            if (list == null) {
                return List.of();
            }
            var text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            return ENTRY.matcher(text)
                    .results()
                    .map(
                            found ->
                                    new Library(
                                            found.group(1),
                                            Optional.ofNullable(found.group(2)).orElse(""),
                                            found.group(3)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(LIST + " cannot be read", e);
        }
    }

    // The jar that this class came from, and the Java that made it.
    private static String build() {
        var source = ThisProgram.class.getProtectionDomain().getCodeSource();
        try {
            var path = Path.of(source.getLocation().toURI());
            if (Files.isDirectory(path)) {
                return Messages.text("about.classFiles");
            }
            try (var jar = new JarFile(path.toFile())) {
                return path.getFileName()
                        + Optional.ofNullable(jar.getManifest())
                                .map(each -> each.getMainAttributes().getValue("Build-Jdk-Spec"))
                                .map(each -> Messages.text("about.builtWith", each))
                                .orElse("");
            }
        } catch (URISyntaxException | IOException e) {
            return "unknown";
        }
    }

    private static String property(String name) {
        return System.getProperty(name, "–");
    }
}
