package daemoneye.rpc.collector.fsmond;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads the machine that runs the tests.
@Timeout(30)
class RealFilesTest {
    @TempDir private Path folder;

    @Test
    void theFileSystemOfTheTestsHasASize() {
        assertThat(new OshiFileSystems().read())
                .isNotEmpty()
                .allMatch(each -> each.totalBytes() > 0 && each.usedPercent() <= 100)
                .anyMatch(each -> folder.startsWith(each.mount()));
    }

    @Test
    void realChangesOfRealFilesAreSeen() throws IOException {
        try (var watch = new NioFolderWatch(List.of(folder), Thread::startVirtualThread)) {
            assertThat(watch.look().watched()).isEqualTo(1);
            var file = folder.resolve("a");
            Files.writeString(file, "x");
            assertThat(await(watch, file)).contains(FileChange.What.CREATED);
            Files.delete(file);
            assertThat(await(watch, file)).contains(FileChange.What.DELETED);
        }
    }

    @Test
    void aFolderThatComesLaterIsWatchedFromThenOn() throws IOException {
        var late = folder.resolve("late");
        try (var watch = new NioFolderWatch(List.of(late), Thread::startVirtualThread)) {
            assertThat(watch.look().faults()).containsExactly(late + " does not exist");
            Files.createDirectory(late);
            assertThat(watch.look().faults()).isEmpty();
            assertThat(watch.look().watched()).isEqualTo(1);
        }
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        var file = Files.writeString(folder.resolve("f"), "x");
        try (var watch = new NioFolderWatch(List.of(file), Thread::startVirtualThread)) {
            assertThat(watch.look().faults()).containsExactly(file + " is not a folder");
        }
    }

    /// What happened to `file`, once something did; the time limit of the class ends a long wait.
    private static Set<FileChange.What> await(FolderWatch watch, Path file) {
        var seen = new HashSet<FileChange.What>();
        while (seen.isEmpty()) {
            watch.look().changes().stream()
                    .filter(each -> each.path().equals(file))
                    .forEach(each -> seen.add(each.what()));
            Thread.onSpinWait();
        }
        return seen;
    }
}
