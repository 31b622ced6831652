package daemoneye.rpc.cli.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Tries a log file before the log is set up: a logging library that cannot write says so in a way
/// that nobody sees.
final class LogFile {
    private LogFile() {}

    /// What is wrong with it, as a sentence.
    static Optional<String> fault(Path path) {
        var folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return Optional.of("--log %s: there is no folder %s; make it".formatted(path, folder));
        }
        try {
            Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                    .close();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    "--log %s cannot be written: choose a file that you may write".formatted(path));
        }
    }
}
