package daemoneye.rpc.client.place;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A file that one holder at a time has for itself, whether in this process or in another. The
/// system frees it when the process is gone, however it ended; the file stays. Safe from any
/// thread.
public final class LockFile implements Closeable {
    private static final Set<StandardOpenOption> HOW =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

    // Guarded by itself. Not even opened a second time: to close any channel of a file frees what
    // the whole process has locked of it.
    private static final Set<Path> HELD = new HashSet<>();

    private final Path file;
    private final FileChannel channel;

    private LockFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Takes it, and makes it if it is missing.
    ///
    /// @param rights for a new file
    /// @return empty if somebody else has it
    /// @throws IOException if it cannot be opened, or the system cannot lock it; nothing stays open
    public static Optional<LockFile> take(Path file, FileAttribute<?>... rights)
            throws IOException {
        var place = file.toAbsolutePath().normalize();
        synchronized (HELD) {
            if (HELD.contains(place)) {
                return Optional.empty();
            }
            var taken = locked(place, FileChannel.open(place, HOW, rights));
            taken.ifPresent(_ -> HELD.add(place));
            return taken;
        }
    }

    /// The file itself, open as long as it is held.
    public FileChannel channel() {
        return channel;
    }

    /// Others may have it from now on.
    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            if (channel.isOpen()) {
                channel.close();
                HELD.remove(file);
            }
        }
    }

    // The lock lives as long as the channel.
    @SuppressWarnings("try")
    private static Optional<LockFile> locked(Path file, FileChannel channel) throws IOException {
        boolean ours = false;
        try {
            var lock = channel.tryLock();
            ours = lock != null;
        } finally {
            if (!ours) {
                channel.close();
            }
        }
        return ours ? Optional.of(new LockFile(file, channel)) : Optional.empty();
    }
}
