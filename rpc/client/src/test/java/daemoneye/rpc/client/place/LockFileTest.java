package daemoneye.rpc.client.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

class LockFileTest {
    @TempDir Path folder;

    @Test
    void oneHolderAtATime() throws IOException {
        var file = folder.resolve("a.lock");
        try (var first = LockFile.take(file).orElseThrow()) {
            assertThat(LockFile.take(folder.resolve("x").resolve("..").resolve("a.lock")))
                    .isEmpty();
            assertThat(first.channel().isOpen()).isTrue();
        }
        var second = LockFile.take(file).orElseThrow();
        second.close();
        second.close();
        assertThat(file).exists();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aVainTryInTheSameProcessDoesNotFreeItForOtherProcesses() throws IOException {
        var file = folder.resolve("a.lock");
        try (var first = LockFile.take(file).orElseThrow()) {
            assertThat(isLockedByUs(file)).isTrue();
            assertThat(LockFile.take(file)).isEmpty();
            assertThat(isLockedByUs(file)).isTrue();
            assertThat(first.channel().isOpen()).isTrue();
        }
        assertThat(isLockedByUs(file)).isFalse();
    }

    @Test
    void whatCannotBeOpenedIsNotHeld() throws IOException {
        var file = folder.resolve("none").resolve("a.lock");
        assertThatThrownBy(() -> LockFile.take(file)).isInstanceOf(NoSuchFileException.class);
        Files.createDirectory(folder.resolve("none"));
        LockFile.take(file).orElseThrow().close();
    }

    private static boolean isLockedByUs(Path file) throws IOException {
        var inode = ":" + Files.getAttribute(file, "unix:ino") + " ";
        var pid = " " + ProcessHandle.current().pid() + " ";
        return Files.readAllLines(Path.of("/proc/locks")).stream()
                .anyMatch(line -> line.contains(pid) && line.contains(inode));
    }
}
