package daemoneye.rpc.collector.executables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/// Tells files apart without reading them: as long as all of it is the same, so is the content,
/// unless somebody with enough rights goes to some trouble.
///
/// @param node device and inode where the system has them; the path elsewhere
record FileIdentity(Object node, long size, FileTime modified) {
    /// Of the file at `path`, links followed.
    static FileIdentity at(Path path) throws IOException {
        var seen = Files.readAttributes(path, BasicFileAttributes.class);
        var node = seen.fileKey();
        return new FileIdentity(
                node == null ? path.toAbsolutePath() : node, seen.size(), seen.lastModifiedTime());
    }
}
