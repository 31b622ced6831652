package daemoneye.app.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/// Writes a file whole or not at all, however the process or the machine ends meanwhile: to a
/// second file beside it, which is forced to disk and then takes its place. Any thread; blocks.
public final class WholeFile {
    private static final Pattern LEFT_BEHIND = Pattern.compile("\\.(.+)\\.(\\d+)\\.new");

    private WholeFile() {}

    /// What was there stays if this fails.
    ///
    /// @throws IOException with the system's reason, if the folder or the disk says no
    public static void write(Path file, byte[] bytes) throws IOException {
        var place = file.toAbsolutePath();
        var folder = place.getParent();
        var name = place.getFileName();
        if (folder == null || name == null) {
            throw new FileSystemException(file.toString(), null, "a folder is no file");
        }
        Files.createDirectories(folder);
        var fresh = folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".new");
        try {
            fill(fresh, bytes);
            Files.move(
                    fresh,
                    place,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static void fill(Path fresh, byte[] bytes) throws IOException {
        try (var channel =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /// Takes away what processes that were killed left beside `file`.
    public static void tidy(Path file) {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (var each : files.filter(one -> isLeftBehind(one, file)).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException _) {
            // It does no harm where it is.
        }
    }

    private static boolean isLeftBehind(Path candidate, Path file) {
        var form = LEFT_BEHIND.matcher(String.valueOf(candidate.getFileName()));
        return form.matches()
                && form.group(1).equals(String.valueOf(file.getFileName()))
                && form.group(2).length() < 12
                && ProcessHandle.of(Long.parseLong(form.group(2))).isEmpty();
    }
}
