package daemoneye.rpc.agent.registry;

import daemoneye.rpc.client.place.LockFile;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder in which an agent keeps what must outlive it: only its owner may read it, and only
/// one agent of a name uses it at a time.
public final class RuntimeFolder implements AutoCloseable {
    private final Path path;
    private final LockFile lockFile;

    private RuntimeFolder(Path path, LockFile lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /// Makes the folder if it is missing, and takes it.
    ///
    /// @throws IOException with a sentence for people
    public static RuntimeFolder open(Path path, String agentId) throws IOException {
        make(path);
        return new RuntimeFolder(path, lock(path.resolve(agentId + ".lock"), agentId));
    }

    /// A file in it.
    public Path file(String name) {
        return path.resolve(name);
    }

    /// Replaces a file as a whole: whoever reads it sees the old one or the new one.
    ///
    /// @throws IOException with a sentence for people
    static void replace(Path file, byte[] content) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(fresh, content);
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IOException(
                    "cannot write %s: check the rights of its folder and the space on its disk"
                            .formatted(file),
                    e);
        }
    }

    /// Others may take the folder from now on.
    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private static void make(Path path) throws IOException {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path);
                restrict(path);
            }
        } catch (AccessDeniedException e) {
            throw noRights(path, e);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(
                    "%s, the runtime folder, is a file: remove it, or choose another folder"
                            .formatted(path),
                    e);
        }
        if (!Files.isWritable(path) || !Files.isExecutable(path)) {
            throw noRights(path, new AccessDeniedException(path.toString()));
        }
    }

    private static void restrict(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static LockFile lock(Path file, String agentId) throws IOException {
        try {
            return LockFile.take(file)
                    .orElseThrow(
                            () ->
                                    new IOException(
                                            ("another agent named %s uses %s: end it, or give"
                                                            + " this one another runtime folder")
                                                    .formatted(agentId, file.getParent())));
        } catch (AccessDeniedException e) {
            throw noRights(file, e);
        }
    }

    private static IOException noRights(Path path, IOException cause) {
        return new IOException(
                "no right to write to %s: change its rights, or choose another runtime folder"
                        .formatted(path),
                cause);
    }
}
