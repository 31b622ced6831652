package daemoneye.rpc.client.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.audit.fake.Entries;
import daemoneye.rpc.client.audit.fake.LossyDisk;
import daemoneye.rpc.client.audit.fake.Writers;
import daemoneye.rpc.client.audit.read.LogVerifier;
import daemoneye.rpc.protocol.time.FakeTicker;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The power goes at every change of the disk there is, one after the other; some of what was not
/// forced may have reached the disk.
class PowerLossTest {
    private static final LogSettings SMALL = new LogSettings(2_000, 3);
    private static final int CALLS = 12;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 77, 500, 100_000})
    void everyAcknowledgedIntentIsThereWhereverThePowerGoes(int lucky) throws IOException {
        long changes = changesOfAWholeRun();
        assertThat(changes).isGreaterThan(50);
        int acknowledged = 0;
        for (long at = 0; at < changes; at++) {
            acknowledged += lose(at, lucky);
        }
        assertThat(acknowledged).isGreaterThan(200);
    }

    private static long changesOfAWholeRun() {
        var disk = new LossyDisk();
        run(disk, new FakeTicker());
        return disk.steps();
    }

    private static int lose(long at, int lucky) throws IOException {
        var disk = new LossyDisk();
        var ticker = new FakeTicker();
        disk.powerEndsAfter(at);
        var acknowledged = run(disk, ticker);
        disk.powerReturns(lucky);

        var next = Writers.on(disk, new FakeTicker(), SMALL);
        assertThat(next.durable(Entries.intent(1_000)).join()).as("after change %d", at).isTrue();
        acknowledged.add(Entries.id(1_000));
        int all = acknowledged.size();
        var first = Entries.all(disk).getFirst().sequence();
        var there = Entries.intents(disk);
        var verdict = new LogVerifier(disk).verify(Entries.PROCESS);
        assertThat(verdict.bad()).as("after change %d", at).isEmpty();
        // Old files may have been removed as the settings say: those before them do not count.
        acknowledged.removeIf(id -> first > 1 && id.compareTo(there.getFirst()) < 0);
        assertThat(there).as("after change %d", at).containsAll(acknowledged).hasSizeGreaterThan(0);
        return all;
    }

    private static List<String> run(LossyDisk disk, FakeTicker ticker) {
        var acknowledged = new ArrayList<String>();
        var recorder = Writers.on(disk, ticker, SMALL);
        for (int number = 1; number <= CALLS; number++) {
            if (recorder.durable(Entries.intent(number)).join()) {
                acknowledged.add(Entries.id(number));
            }
            recorder.note(Entries.outcome(number));
            recorder.note(Entries.read(number));
            ticker.advance(Duration.ofMillis(90));
        }
        return acknowledged;
    }
}
