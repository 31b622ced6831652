package daemoneye.rpc.collector.fsmond;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.collector.gather.Looks;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

class FileGathererTest {
    private final FakeWatch watch = new FakeWatch();
    private final FileGatherer gatherer =
            new FileGatherer(
                    () ->
                            List.of(
                                    use("/", 1_000, 250, OptionalLong.of(100)),
                                    use("/data", 1_000, 900, OptionalLong.empty())),
                    watch);

    @Test
    void namesTheFullestFileSystem() {
        var scan = Looks.at(gatherer, 1);

        assertThat(scan.metrics())
                .containsEntry("fullest_percent", 75.0)
                .containsEntry("file_system_count", 2.0)
                .containsEntry("fullest_inodes_percent", 90.0);
        assertThat(Looks.component(scan, "file_systems").message())
                .isEqualTo("Measuring 2 file systems, fullest / at 75 %");
    }

    @Test
    void changesBecomeEvents() {
        watch.next = lookOf(List.of(), 0, change("a", FileChange.What.DELETED, 3));

        var scan = Looks.at(gatherer, 1);

        assertThat(Looks.eventTypes(scan)).containsExactly("file.deleted");
        assertThat(scan.events().getFirst().fields())
                .containsEntry("path", ConfigValue.of("/watched/a"))
                .containsEntry("changes", ConfigValue.of(3));
    }

    @Test
    void aFileThatIsGoneBeforeItsLookIsToldAllTheSame() {
        watch.next = lookOf(List.of(), 0, change("a", FileChange.What.CREATED, 1));

        assertThat(Looks.at(gatherer, 1).events().getFirst().fields()).containsKey("gone");
    }

    @Test
    void aFolderThatCannotBeWatchedDegradesWithItsReason() {
        watch.next = lookOf(List.of("no permission to read /x: run as its owner"), 0);

        assertThat(Looks.component(Looks.at(gatherer, 1), "folder_watch"))
                .satisfies(it -> assertThat(it.status()).isEqualTo(HealthStatus.DEGRADED))
                .satisfies(it -> assertThat(it.message()).contains("no permission to read /x"));
    }

    @Test
    void lostChangesAreSaidAndCounted() {
        watch.next = lookOf(List.of(), 12);

        var scan = Looks.at(gatherer, 1);

        assertThat(Looks.component(scan, "folder_watch").message()).contains("12 were lost");
        assertThat(scan.metrics()).containsEntry("file_changes_lost", 12.0);
        assertThat(scan.errors()).isEqualTo(1);
    }

    private static FolderWatch.Look lookOf(List<String> faults, long lost, FileChange... changes) {
        return new FolderWatch.Look(1, faults, List.of(changes), lost);
    }

    private static FileChange change(String name, FileChange.What what, int times) {
        return new FileChange(Path.of("/watched", name), what, times);
    }

    private static FileSystemUse use(String mount, long total, long usable, OptionalLong inodes) {
        var free = inodes.isPresent() ? OptionalLong.of(10) : inodes;
        return new FileSystemUse(mount, "ext4", total, usable, inodes, free);
    }

    /// Tells what the test says.
    private static final class FakeWatch implements FolderWatch {
        private Look next = lookOf(List.of(), 0);

        @Override
        public Look look() {
            return next;
        }

        @Override
        public void close() {}
    }
}
