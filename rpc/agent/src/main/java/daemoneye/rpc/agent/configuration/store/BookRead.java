package daemoneye.rpc.agent.configuration.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// What was found in a file.
sealed interface BookRead {
    /// More bytes are no file of ours.
    int MOST_BYTES = 4 * VersionStore.MOST_BYTES;

    record Whole(VersionBook book) implements BookRead {}

    /// @param greatest version number that can still be seen; 0 for none
    record Damaged(String why, long greatest) implements BookRead {}

    /// @throws IOException if the disk does not work
    static BookRead of(Path file) throws IOException {
        byte[] bytes;
        try {
            if (Files.size(file) > MOST_BYTES) {
                return new Damaged("it is too large", 0);
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            return new Damaged("it is missing", 0);
        }
        try {
            return new Whole(BookText.read(bytes));
        } catch (IllegalArgumentException e) {
            return new Damaged(String.valueOf(e.getMessage()), BookText.greatestNumber(bytes));
        }
    }
}
