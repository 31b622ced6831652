package daemoneye.app.demo;

import daemoneye.app.demo.script.Parsed;
import daemoneye.app.demo.script.ScriptParser;
import daemoneye.app.demo.script.line.ScriptFault;
import daemoneye.app.demo.tour.Walkthrough;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The tours that come with the console, and those that people write themselves.
public final class Tours {
    /// In the order in which somebody new takes them. The files are in `demo/` on the class path.
    public static final List<String> NAMES =
            List.of(
                    "first-look",
                    "silent-and-recovers",
                    "unwell-in-five-ways",
                    "change-safely",
                    "shutdown-safely",
                    "who-did-what");

    static final String ENDING = ".walkthrough";
    private static final long MOST_BYTES = 256 * 1024L;

    private Tours() {}

    /// All that come with the console.
    public static List<Walkthrough> all() {
        return NAMES.stream().map(Tours::ours).toList();
    }

    private static Walkthrough ours(String name) {
        try (var file = Tours.class.getResourceAsStream("/demo/" + name + ENDING)) {
            if (file == null) {
                throw new IllegalStateException("demo/" + name + " is not on the class path");
            }
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return switch (ScriptParser.parse(name + ENDING, name, text)) {
                case Parsed.Tour(var tour) -> tour;
                case Parsed.Faulty(var faults) -> throw new IllegalStateException(said(faults));
            };
        } catch (IOException e) {
            throw new IllegalStateException("demo/" + name + " cannot be read", e);
        }
    }

    /// One by its name, or a file.
    ///
    /// @throws IllegalArgumentException with what is wrong, for people: an unknown name with those
    ///     that exist, a file that cannot be read, or every fault in it with line and column
    public static Walkthrough find(String nameOrFile) {
        if (NAMES.contains(nameOrFile)) {
            return ours(nameOrFile);
        }
        if (!nameOrFile.endsWith(ENDING)) {
            throw new IllegalArgumentException(
                    "There is no walkthrough \"%s\". There are %s; or name a file that ends with %s."
                            .formatted(nameOrFile, String.join(", ", NAMES), ENDING));
        }
        return file(Path.of(nameOrFile));
    }

    private static Walkthrough file(Path file) {
        var name = String.valueOf(file.getFileName());
        return switch (ScriptParser.parse(name, stem(name), text(file))) {
            case Parsed.Tour(var tour) -> tour;
            case Parsed.Faulty(var faults) -> throw new IllegalArgumentException(said(faults));
        };
    }

    private static String stem(String name) {
        return name.substring(0, name.length() - ENDING.length());
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException(
                        file + " is no walkthrough: it is larger than 256 KB.");
            }
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException(file + " is no text in UTF-8.", e);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("There is no file " + file + ".", e);
        } catch (AccessDeniedException e) {
            throw new IllegalArgumentException(
                    "You have no right to read " + file + ": ask its owner for it.", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "%s cannot be read (%s).".formatted(file, e.getClass().getSimpleName()), e);
        }
    }

    private static String said(List<ScriptFault> faults) {
        return faults.stream().map(ScriptFault::toString).collect(Collectors.joining("\n"));
    }
}
