package daemoneye.rpc.cli.audit;

import daemoneye.rpc.client.audit.AuditLog;
import daemoneye.rpc.client.audit.disk.AuditDisk;
import daemoneye.rpc.client.audit.disk.FolderDisk;
import daemoneye.rpc.client.audit.read.LogVerifier;
import daemoneye.rpc.client.place.Places;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A folder with audit logs, as commands find it.
record AuditFolder(Path path) {
    /// Where agents and collectors of this user write.
    static AuditFolder ofThisUser(Map<String, String> environment) {
        var places = Places.of(environment, key -> System.getProperty(key, ""));
        return new AuditFolder(AuditLog.folderIn(places.state()));
    }

    AuditDisk disk() {
        return new FolderDisk(path);
    }

    /// Whose logs are in it.
    ///
    /// @throws IllegalArgumentException with a sentence, if there are none
    List<String> processes() {
        try {
            var processes = new LogVerifier(disk()).processes();
            if (processes.isEmpty()) {
                throw new IllegalArgumentException(
                        Files.isDirectory(path)
                                ? "there is no audit log in " + path
                                : "there is no folder " + path);
            }
            return processes;
        } catch (IOException e) {
            throw new IllegalArgumentException("%s cannot be read: %s".formatted(path, e), e);
        }
    }
}
