package daemoneye.rpc.collector.fsmond;

import static daemoneye.rpc.collector.fsmond.FileChange.What.CREATED;
import static daemoneye.rpc.collector.fsmond.FileChange.What.DELETED;
import static daemoneye.rpc.collector.fsmond.FileChange.What.MODIFIED;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

class PendingChangesTest {
    private static final Path FILE = Path.of("/watched/a");

    private final PendingChanges pending = new PendingChanges(2);

    @ParameterizedTest
    @CsvSource({
        "CREATED,MODIFIED,CREATED",
        "MODIFIED,MODIFIED,MODIFIED",
        "MODIFIED,DELETED,DELETED",
        "DELETED,CREATED,MODIFIED",
        "CREATED,DELETED,DELETED"
    })
    void twoChangesOfOneFileBecomeOne(
            FileChange.What first, FileChange.What second, FileChange.What expected) {
        pending.add(FILE, first);
        pending.add(FILE, second);

        assertThat(pending.takeChanges()).containsExactly(new FileChange(FILE, expected, 2));
    }

    @Test
    void filesBeyondTheBoundAreCountedAsLost() {
        pending.add(Path.of("1"), CREATED);
        pending.add(Path.of("2"), MODIFIED);
        pending.add(Path.of("3"), DELETED);

        assertThat(pending.takeChanges()).hasSize(2);
        assertThat(pending.takeLost()).isEqualTo(1);
    }

    @Test
    void whatWasTakenIsNotTakenAgain() {
        pending.add(FILE, CREATED);
        pending.lose(4);
        pending.takeChanges();
        pending.takeLost();

        assertThat(pending.takeChanges()).isEmpty();
        assertThat(pending.takeLost()).isZero();
    }
}
