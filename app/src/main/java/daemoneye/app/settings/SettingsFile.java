package daemoneye.app.settings;

import daemoneye.app.files.WholeFile;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Supplier;

/// Settings on disk, `console.json`: a kill at any moment leaves the old ones or the new ones,
/// whole. The last good ones before are kept as `.bak`; what cannot be read is copied aside, and
/// never becomes the backup.
public final class SettingsFile {
    private static final long MOST_BYTES = 1 << 20;
    private static final int MOST_ASIDE = 9;

    private final Path file;
    private final JsonMapper json = JsonMapper.builder().build();

    /// @param folder made when something is saved
    public SettingsFile(Path folder) {
        this.file = folder.resolve("console.json");
    }

    /// Where they are.
    public Path path() {
        return file;
    }

    /// What was read.
    ///
    /// @param trouble one sentence for the person, if the file or its backup had to be set aside
    /// @param first whether there is no file: nobody has used the console here
    public record Loaded(ConsoleSettings settings, Optional<String> trouble, boolean first) {}

    /// Never fails: falls back to the backup, then to the standard settings, and says so.
    public Loaded load() {
        WholeFile.tidy(file);
        WholeFile.tidy(backup());
        return load(this::setAside);
    }

    /// The same for somebody who only looks: nothing is copied aside or tidied.
    public Loaded peek() {
        return load(() -> "");
    }

    private Loaded load(Supplier<String> setAside) {
        try {
            return new Loaded(read(file), Optional.empty(), false);
        } catch (NoSuchFileException e) {
            return Files.exists(backup())
                    ? fromBackup("it is gone", "")
                    : new Loaded(ConsoleSettings.standard(), Optional.empty(), true);
        } catch (IOException | JacksonException e) {
            return fromBackup(reason(e), setAside.get());
        }
    }

    private Loaded fromBackup(String why, String aside) {
        try {
            return told(read(backup()), "the ones before are used", why, aside);
        } catch (IOException | JacksonException e) {
            return told(ConsoleSettings.standard(), "the standard ones are used", why, aside);
        }
    }

    private Loaded told(ConsoleSettings settings, String instead, String why, String aside) {
        var sentence =
                "The settings in %s could not be read (%s): %s%s"
                        .formatted(file, why, instead, aside.isEmpty() ? "." : "," + aside);
        return new Loaded(settings, Optional.of(sentence), false);
    }

    private String setAside() {
        var corrupt = file.resolveSibling("console.json.corrupt");
        for (int number = 2; Files.exists(corrupt) && number <= MOST_ASIDE; number++) {
            corrupt = file.resolveSibling("console.json.corrupt-" + number);
        }
        try {
            Files.copy(file, corrupt, StandardCopyOption.REPLACE_EXISTING);
            return " yours are kept in " + corrupt + ".";
        } catch (IOException e) {
            return " yours could not be copied: mend the file before you change a setting.";
        }
    }

    private ConsoleSettings read(Path from) throws IOException {
        if (Files.size(from) > MOST_BYTES) {
            throw new IOException("larger than 1 MB");
        }
        var settings = json.readValue(Files.readString(from), ConsoleSettings.class);
        if (settings == null) {
            throw new IOException("it holds nothing");
        }
        return settings;
    }

    // One line: parsers point at places over several.
    private static String reason(Exception e) {
        var message =
                e instanceof JacksonException jackson
                        ? jackson.getOriginalMessage()
                        : e.getMessage();
        var words = String.valueOf(message).lines().findFirst().orElse("");
        return words.isBlank() ? e.getClass().getSimpleName() : words;
    }

    /// @throws IOException if the folder or the file cannot be written; what was there stays
    public void save(ConsoleSettings settings) throws IOException {
        keepBefore();
        WholeFile.write(
                file,
                json.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(settings)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void keepBefore() throws IOException {
        try {
            read(file);
        } catch (IOException | JacksonException e) {
            // None, or a damaged one: the backup is better than that.
            return;
        }
        WholeFile.write(backup(), Files.readAllBytes(file));
    }

    private Path backup() {
        return file.resolveSibling("console.json.bak");
    }
}
