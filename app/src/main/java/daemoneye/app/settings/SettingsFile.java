package daemoneye.app.settings;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Settings on disk, `console.json`. Written whole to a second file that then takes the first one's
/// place, the one before kept as `.bak`; a file that cannot be read is set aside, never
/// overwritten.
public final class SettingsFile {
    private final Path file;
    private final JsonMapper json = JsonMapper.builder().build();

    /// @param folder made when something is saved
    public SettingsFile(Path folder) {
        this.file = folder.resolve("console.json");
    }

    /// What was read.
    ///
    /// @param trouble one sentence for the person, if the file or its backup had to be set aside
    public record Loaded(ConsoleSettings settings, Optional<String> trouble) {}

    /// Never fails: falls back to the backup, then to the standard settings, and says so.
    public Loaded load() {
        try {
            return new Loaded(read(file), Optional.empty());
        } catch (NoSuchFileException e) {
            return new Loaded(ConsoleSettings.standard(), Optional.empty());
        } catch (IOException | JacksonException e) {
            return fromBackup(reason(e));
        }
    }

    private Loaded fromBackup(String why) {
        var aside = setAside();
        try {
            return new Loaded(
                    read(backup()),
                    Optional.of(
                            "The settings in %s could not be read (%s): the ones before are used,%s"
                                    .formatted(file, why, aside)));
        } catch (IOException | JacksonException e) {
            return new Loaded(
                    ConsoleSettings.standard(),
                    Optional.of(
                            "The settings in %s could not be read (%s): the standard ones are used,%s"
                                    .formatted(file, why, aside)));
        }
    }

    private String setAside() {
        var corrupt = file.resolveSibling("console.json.corrupt");
        try {
            Files.copy(file, corrupt, StandardCopyOption.REPLACE_EXISTING);
            return " yours are kept in " + corrupt + ".";
        } catch (IOException e) {
            return " yours could not be copied: mend the file before you change a setting.";
        }
    }

    private ConsoleSettings read(Path from) throws IOException {
        return json.readValue(Files.readString(from), ConsoleSettings.class);
    }

    private static String reason(Exception e) {
        return e instanceof JacksonException jackson
                ? String.valueOf(jackson.getOriginalMessage())
                : e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    /// @throws IOException if the folder or the file cannot be written; what was there stays
    public void save(ConsoleSettings settings) throws IOException {
        Files.createDirectories(file.getParent());
        var fresh = file.resolveSibling("console.json.new");
        Files.writeString(
                fresh, json.writerWithDefaultPrettyPrinter().writeValueAsString(settings));
        if (Files.exists(file)) {
            Files.copy(file, backup(), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(
                fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path backup() {
        return file.resolveSibling("console.json.bak");
    }
}
