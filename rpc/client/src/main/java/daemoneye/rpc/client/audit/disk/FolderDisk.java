package daemoneye.rpc.client.audit.disk;

import daemoneye.rpc.client.place.LockFile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A folder of the operating system.
public final class FolderDisk implements AuditDisk {
    private static final Set<OpenOption> WRITE =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    private final Path folder;

    public FolderDisk(Path folder) {
        this.folder = folder;
    }

    @Override
    public void prepare() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, rights("rwx------"));
        }
    }

    @Override
    public AuditFile open(String name) throws IOException {
        var path = folder.resolve(name);
        boolean fresh = !Files.exists(path);
        var file = new ChannelFile(path, FileChannel.open(path, WRITE, rights("rw-------")));
        try {
            if (fresh) {
                forceFolder();
            }
            return file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public AuditFile openToRead(String name) throws IOException {
        var path = folder.resolve(name);
        return new ChannelFile(path, FileChannel.open(path, StandardOpenOption.READ));
    }

    @Override
    public List<String> names() throws IOException {
        try (var entries = Files.newDirectoryStream(folder)) {
            var names = new ArrayList<String>();
            entries.forEach(each -> names.add(String.valueOf(each.getFileName())));
            names.sort(null);
            return names;
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        }
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    @Override
    public Hold hold(String name) throws IOException {
        var path = folder.resolve(name);
        var taken =
                LockFile.take(path, rights("rw-------"))
                        .orElseThrow(
                                () ->
                                        new IOException(
                                                "another process writes this log: it holds "
                                                        + path.getFileName()));
        var file = new ChannelFile(path, taken.channel());
        return new Hold() {
            @Override
            public boolean isStillThere() {
                return file.isStillThere();
            }

            @Override
            public void close() throws IOException {
                taken.close();
            }
        };
    }

    // The name of a new file is on disk when its folder is. Not every system lets folders be
    // opened.
    private void forceFolder() throws IOException {
        if (isPosix()) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private boolean isPosix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private FileAttribute<?>[] rights(String rights) {
        return isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
                }
                : new FileAttribute<?>[0];
    }
}
