package daemoneye.rpc.agent.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class RuntimeFolderTest {
    @TempDir Path parent;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aNewFolderIsForItsOwnerOnly() throws Exception {
        var path = parent.resolve("a").resolve("b");
        try (var folder = RuntimeFolder.open(path, "agent-a")) {
            assertThat(folder.file("x")).isEqualTo(path.resolve("x"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void oneAgentOfANameAtATime() throws Exception {
        try (var first = RuntimeFolder.open(parent, "agent-a")) {
            assertThat(first.file("agent-a.lock")).exists();
            assertThatThrownBy(() -> RuntimeFolder.open(parent, "agent-a"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another agent named agent-a uses " + parent)
                    .hasMessageContaining("end it, or give this one another runtime folder");
            RuntimeFolder.open(parent, "agent-b").close();
        }
        RuntimeFolder.open(parent, "agent-a").close();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aVainSecondOneInThisProcessDoesNotLetAnotherProcessIn() throws Exception {
        try (var first = RuntimeFolder.open(parent, "agent-a")) {
            assertThatThrownBy(() -> RuntimeFolder.open(parent, "agent-a"))
                    .isInstanceOf(IOException.class);
            var inode = ":" + Files.getAttribute(first.file("agent-a.lock"), "unix:ino") + " ";
            var pid = " " + ProcessHandle.current().pid() + " ";
            assertThat(Files.readAllLines(Path.of("/proc/locks")))
                    .anyMatch(line -> line.contains(pid) && line.contains(inode));
        }
    }

    @Test
    void aFileInTheWayIsNamed() throws Exception {
        var file = Files.createFile(parent.resolve("file"));
        assertThatThrownBy(() -> RuntimeFolder.open(file, "agent-a"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file + ", the runtime folder, is a file");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderWithoutRightsIsSaidPlainly() throws Exception {
        var path = Files.createDirectory(parent.resolve("locked"));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(path), "root may write everywhere");
        assertThatThrownBy(() -> RuntimeFolder.open(path, "agent-a"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no right to write to " + path)
                .hasMessageContaining("choose another runtime folder");
    }
}
