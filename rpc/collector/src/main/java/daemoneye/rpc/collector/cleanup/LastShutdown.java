package daemoneye.rpc.collector.cleanup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/// Remembers over lives how long the last clean end took, in a file of one number (milliseconds):
/// from the request until all is closed. What the next shutdown estimates is this, not a guess.
public final class LastShutdown {
    private static final Logger LOG = LoggerFactory.getLogger(LastShutdown.class);

    /// Longer ends are no ends: the file is not believed.
    private static final long MOST_MS = 3_600_000;

    private static final int MAX_BYTES = 20;

    private final Path file;

    public LastShutdown(Path file) {
        this.file = file;
    }

    /// Empty if none was measured yet, or if the file cannot be understood.
    public Optional<Duration> took() {
        try {
            if (!Files.exists(file) || Files.size(file) > MAX_BYTES) {
                return Optional.empty();
            }
            long millis = Long.parseLong(Files.readString(file).strip());
            return millis < 0 || millis > MOST_MS
                    ? Optional.empty()
                    : Optional.of(Duration.ofMillis(millis));
        } catch (IOException | NumberFormatException e) {
            LOG.debug("{} is not used", file, e);
            return Optional.empty();
        }
    }

    /// A clean end is over. If it cannot be written the next estimate is worse, nothing else.
    public void took(Duration time) {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(fresh, time.toMillis() + "\n");
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.debug("{} is not written", file, e);
        }
    }
}
