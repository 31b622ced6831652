package daemoneye.rpc.collector.fsmond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

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
            await(watch, file, FileChange.What.CREATED);
            Files.delete(file);
            await(watch, file, FileChange.What.DELETED);
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
    void aFolderThatIsAddedLaterIsWatchedAndOneThatIsTakenOutNoMore() throws IOException {
        var first = Files.createDirectory(folder.resolve("first"));
        var second = Files.createDirectory(folder.resolve("second"));
        try (var watch = new NioFolderWatch(List.of(first), Thread::startVirtualThread)) {
            watch.look();
            watch.follow(List.of(second));
            Files.writeString(first.resolve("unseen"), "x");
            var file = Files.writeString(second.resolve("seen"), "x");

            await(watch, file, FileChange.What.CREATED);
            assertThat(watch.look().watched()).isEqualTo(1);
            assertThat(watch.look().changes()).noneMatch(each -> each.path().startsWith(first));
        }
    }

    @Test
    void aFolderThatCannotBeWatchedLeavesTheOldOnesAsTheyWere() throws IOException {
        var other = Files.createDirectory(folder.resolve("other"));
        var missing = folder.resolve("missing");
        try (var watch = new NioFolderWatch(List.of(folder), Thread::startVirtualThread)) {
            watch.look();
            assertThatThrownBy(() -> watch.follow(List.of(other, missing)))
                    .hasMessage(missing + " does not exist");

            assertThat(watch.look().watched()).isEqualTo(1);
            var file = Files.writeString(folder.resolve("a"), "x");
            await(watch, file, FileChange.What.CREATED);
        }
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        var file = Files.writeString(folder.resolve("f"), "x");
        try (var watch = new NioFolderWatch(List.of(file), Thread::startVirtualThread)) {
            assertThat(watch.look().faults()).containsExactly(file + " is not a folder");
        }
    }

    /// Looks until `wanted` happened to `file`, whatever else is told of it before; the time limit
    /// of the class ends a wait in vain.
    private static void await(FolderWatch watch, Path file, FileChange.What wanted) {
        var seen = new HashSet<FileChange.What>();
        while (!seen.contains(wanted)) {
            watch.look().changes().stream()
                    .filter(each -> each.path().equals(file))
                    .forEach(each -> seen.add(each.what()));
            Thread.onSpinWait();
        }
    }
}
