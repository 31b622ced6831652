package daemoneye.rpc.transport.netty;

import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.WireRefusal;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/// The file of a Unix socket that a broker listens at: made ready before, closed to others.
/// All methods ask the file system and so block for a moment.
final class SocketFile {
    /// `sun_path` holds 108 bytes, the ending zero included.
    private static final int MAX_PATH_BYTES = 107;

    private static final Set<PosixFilePermission> OWNER_ONLY_DIRECTORY =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FILE =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> WRITABLE_BY_OTHERS =
            PosixFilePermissions.fromString("----w--w-");

    private final Path path;

    /// @throws WireRefusal if the path is longer than a Unix socket takes
    SocketFile(Address.UnixSocket address) {
        path = address.path().toAbsolutePath();
        int bytes = path.toString().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_PATH_BYTES) {
            throw new WireRefusal(
                    "The path in %s has %d bytes, a Unix socket takes %d: choose a shorter path."
                            .formatted(address, bytes, MAX_PATH_BYTES));
        }
    }

    Path path() {
        return path;
    }

    /// Makes the directory if it is missing, refuses one that is not safe, and removes a file that
    /// nobody listens behind.
    void prepare() {
        var directory = Objects.requireNonNull(path.getParent(), "an absolute path has a parent");
        try {
            makeDirectory(directory);
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                removeStale();
            }
        } catch (AccessDeniedException e) {
            throw new WireRefusal(
                    "There is no permission to listen at unix:%s: choose a directory of your own."
                            .formatted(path),
                    e);
        } catch (IOException e) {
            throw new WireRefusal(
                    "The socket file %s cannot be made: %s. Choose another path."
                            .formatted(path, e.getMessage()),
                    e);
        }
    }

    /// Once we listen: nobody else may connect. The file is removed with the socket.
    void claim() throws IOException {
        if (hasPosix(path)) {
            Files.setPosixFilePermissions(path, OWNER_ONLY_FILE);
        }
    }

    private static void makeDirectory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            refuseUnsafe(directory);
        } else if (hasPosix(Objects.requireNonNull(directory.getRoot()))) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY_DIRECTORY));
        } else {
            Files.createDirectories(directory);
        }
    }

    private static void refuseUnsafe(Path directory) throws IOException {
        if (!hasPosix(directory)) {
            return;
        }
        var permissions = Files.getPosixFilePermissions(directory);
        if (permissions.stream().anyMatch(WRITABLE_BY_OTHERS::contains)) {
            throw new WireRefusal(
                    ("Others may write to the directory %s, and so could put a socket of their own"
                                    + " in place of the broker's: choose a directory that only you"
                                    + " may write to, or run chmod go-w on it.")
                            .formatted(directory));
        }
    }

    private void removeStale() throws IOException {
        var found =
                Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!found.isOther()) {
            throw new WireRefusal(
                    "%s is there already and is no socket: choose another path.".formatted(path));
        }
        if (somebodyListens()) {
            throw new WireRefusal(
                    ("Somebody is already listening at unix:%s: stop that broker, or choose another"
                                    + " path.")
                            .formatted(path));
        }
        Files.deleteIfExists(path);
    }

    private boolean somebodyListens() throws IOException {
        try (var probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return probe.connect(UnixDomainSocketAddress.of(path));
        } catch (IOException e) {
            return Faults.isPermission(e) ? refusePermission(e) : false;
        }
    }

    private static boolean refusePermission(IOException cause) throws IOException {
        var denied = new AccessDeniedException("the socket belongs to somebody else");
        denied.initCause(cause);
        throw denied;
    }

    private static boolean hasPosix(Path existing) {
        return Files.getFileAttributeView(existing, PosixFileAttributeView.class) != null;
    }
}
