package daemoneye.app.config.exchange;

import daemoneye.app.bulk.ResultExport;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// A configuration in a file. What cannot be read or written is said in words; nothing is thrown.
/// Reads at most [#MOST_BYTES], from plain files only: a device or a pipe has no end.
public final class ConfigFile {
    /// A configuration of 500 settings has some 20 KB.
    public static final int MOST_BYTES = 256 * 1024;

    private static final String MARK = "\ufeff";

    private ConfigFile() {}

    /// What came of reading.
    public sealed interface Reading {}

    /// The whole text.
    public record Content(String text) implements Reading {}

    /// It could not be read.
    ///
    /// @param sentence why, for people
    public record Trouble(String sentence) implements Reading {}

    public static Reading read(Path file) {
        try {
            if (Files.isDirectory(file) || (Files.exists(file) && !Files.isRegularFile(file))) {
                return trouble(file, Messages.text("config.file.noFile"));
            }
            if (Files.size(file) > MOST_BYTES) {
                return trouble(file, Messages.text("config.file.tooLarge"));
            }
            return content(file);
        } catch (IOException e) {
            return trouble(file, reason(e));
        }
    }

    private static Reading content(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            // It may have grown since.
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return trouble(file, Messages.text("config.file.tooLarge"));
            }
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            var all = text.toString();
            return new Content(all.startsWith(MARK) ? all.substring(1) : all);
        }
    }

    private static Trouble trouble(Path file, String why) {
        return new Trouble(Messages.text("config.file.failed", name(file), why));
    }

    /// Writes it whole or not at all.
    ///
    /// @return why it could not be written; empty if it was
    public static Optional<String> write(Path file, String text) {
        try {
            ResultExport.write(file, text);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(trouble(file, reason(e)).sentence());
        }
    }

    /// The last part of its path, as it may be shown.
    public static String name(Path file) {
        return SafeText.of(Optional.ofNullable(file.getFileName()).orElse(file).toString(), 80);
    }

    private static String reason(IOException fault) {
        return switch (fault) {
            case NoSuchFileException _ -> Messages.text("config.file.gone");
            case AccessDeniedException _ -> Messages.text("config.file.denied");
            case CharacterCodingException _ -> Messages.text("config.file.noText");
            case FileSystemException system when system.getReason() != null ->
                    SafeText.of(system.getReason(), 80);
            default -> fault.getClass().getSimpleName();
        };
    }
}
