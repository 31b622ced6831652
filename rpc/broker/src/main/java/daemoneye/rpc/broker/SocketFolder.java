package daemoneye.rpc.broker;

import daemoneye.rpc.transport.wire.WireRefusal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder of a socket file, which nobody else may enter.
final class SocketFolder {
    private SocketFolder() {}

    /// Makes the folder, and those above it, if it is not there; one that is stays as it is.
    ///
    /// @throws WireRefusal with a sentence that says what to do
    static void prepare(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, ownersOnly());
            }
        } catch (FileAlreadyExistsException e) {
            throw refusal(e.getFile() + " is in the way and is no folder", e);
        } catch (AccessDeniedException e) {
            throw refusal("this user may not make " + e.getFile(), e);
        } catch (IOException e) {
            throw refusal("the folder " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    /// A new folder that no other process knows of.
    static Path temporary() {
        try {
            return Files.createTempDirectory("daemoneye-", ownersOnly());
        } catch (IOException e) {
            throw refusal("no temporary folder can be made: " + e.getMessage(), e);
        }
    }

    private static FileAttribute<?>[] ownersOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private static WireRefusal refusal(String why, IOException cause) {
        return new WireRefusal(
                "No socket can be put there, because " + why + ": choose another address.", cause);
    }
}
