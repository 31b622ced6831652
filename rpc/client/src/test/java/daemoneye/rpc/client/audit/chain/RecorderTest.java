package daemoneye.rpc.client.audit.chain;

import static daemoneye.rpc.client.audit.fake.Entries.PROCESS;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.audit.fake.Entries;
import daemoneye.rpc.client.audit.fake.LossyDisk;
import daemoneye.rpc.client.audit.fake.Writers;
import daemoneye.rpc.client.audit.format.AuditEntry;
import daemoneye.rpc.client.audit.format.AuditFacts;
import daemoneye.rpc.client.audit.read.LogVerifier;
import daemoneye.rpc.protocol.time.FakeTicker;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/// What waits, what does not, what a fault does, and how it ends.
class RecorderTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final LossyDisk disk = new LossyDisk();
    private final FakeTicker ticker = new FakeTicker();

    @Test
    void anIntentIsOnDiskWhenItsCallMayGoOn() {
        var recorder = Writers.on(disk, ticker);
        assertThat(recorder.durable(Entries.intent(1)).join()).isTrue();
        disk.powerReturns(0);
        assertThat(Entries.intents(disk)).containsExactly(Entries.id(1));
        assertThat(recorder.standing()).isInstanceOf(Standing.Working.class);
    }

    @Test
    void intentsThatComeTogetherShareOneForce() {
        var tasks = new ArrayDeque<Runnable>();
        var recorder = Writers.on(disk, ticker, LogSettings.USUAL, tasks::add);
        tasks.remove().run();
        long forces = disk.forces();
        var first = recorder.durable(Entries.intent(1));
        for (int more = 2; more <= 100; more++) {
            var _ = recorder.durable(Entries.intent(more));
        }
        assertThat(first).isNotDone();
        assertThat(tasks).hasSize(1);
        tasks.remove().run();
        assertThat(first).isCompletedWithValue(true);
        assertThat(Entries.intents(disk)).hasSize(100);
        assertThat(disk.forces()).isEqualTo(forces + 1);
    }

    @Test
    void readsMakeNobodyWaitAndAreOnDiskWithinASecond() {
        var recorder = Writers.on(disk, ticker);
        int before = Entries.all(disk).size();
        recorder.note(Entries.read(1));
        recorder.note(Entries.read(2));
        assertThat(Entries.all(disk)).hasSize(before);
        ticker.advance(Duration.ofMillis(500));
        assertThat(Entries.all(disk)).hasSize(before + 2);
        ticker.advance(Duration.ofMillis(500));
        disk.powerReturns(0);
        assertThat(Entries.all(disk)).hasSize(before + 2);
    }

    @Test
    void aFlushPutsReadsOnDiskAtOnce() {
        var recorder = Writers.on(disk, ticker);
        recorder.note(Entries.read(1));
        assertThat(recorder.flushed().join()).isTrue();
        disk.powerReturns(0);
        assertThat(Entries.all(disk)).hasSize(3);
        disk.broken(true);
        assertThat(recorder.flushed().join()).isFalse();
    }

    @Test
    void theOutcomeOfAChangeIsOnDiskAMomentLater() {
        var recorder = Writers.on(disk, ticker);
        recorder.durable(Entries.intent(1)).join();
        recorder.note(Entries.outcome(1));
        ticker.advance(Duration.ofMillis(125));
        disk.powerReturns(0);
        assertThat(Entries.all(disk).getLast().facts()).isInstanceOf(AuditFacts.Outcome.class);
    }

    @Test
    void theNextIntentTakesTheOutcomeBeforeItToDisk() {
        var recorder = Writers.on(disk, ticker);
        long forces = disk.forces();
        for (int change = 1; change <= 20; change++) {
            recorder.durable(Entries.intent(change)).join();
            ticker.advance(Duration.ofMillis(20));
            recorder.note(Entries.outcome(change));
            ticker.advance(Duration.ofMillis(80));
        }
        assertThat(disk.forces()).isEqualTo(forces + 20);
        ticker.advance(Duration.ofMillis(250));
        assertThat(disk.forces()).isEqualTo(forces + 21);
        disk.powerReturns(0);
        assertThat(Entries.all(disk).getLast().facts()).isInstanceOf(AuditFacts.Outcome.class);
        ticker.advance(SECOND);
        assertThat(disk.forces()).isEqualTo(forces + 21);
    }

    @Test
    void listenersHearOfDurableEntriesInOrder() {
        var heard = new ArrayList<AuditEntry>();
        var recorder =
                Recorder.open(
                        disk,
                        PROCESS,
                        LogSettings.USUAL,
                        ticker,
                        new Random(1),
                        Runnable::run,
                        heard::addAll);
        recorder.durable(Entries.intent(1)).join();
        recorder.note(Entries.outcome(1));
        ticker.advance(SECOND);
        assertThat(heard).isEqualTo(Entries.all(disk));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 100, 300, 700})
    void aFullDiskRefusesChangesUntilThereIsSpace(long left) throws IOException {
        var recorder = Writers.on(disk, ticker);
        recorder.durable(Entries.intent(1)).join();
        disk.space(left);
        recorder.durable(Entries.intent(2)).join();
        recorder.durable(Entries.intent(3)).join();
        assertThat(recorder.durable(Entries.intent(4)).join()).isFalse();
        recorder.note(Entries.read(5));
        assertThat(recorder.standing())
                .isInstanceOfSatisfying(
                        Standing.Unavailable.class,
                        no -> assertThat(no.why()).contains("No space left on device"));
        ticker.advance(Duration.ofSeconds(10));
        assertThat(recorder.standing()).isInstanceOf(Standing.Unavailable.class);

        disk.space(Long.MAX_VALUE);
        ticker.advance(SECOND);

        assertThat(recorder.standing()).isInstanceOf(Standing.Working.class);
        assertThat(recorder.durable(Entries.intent(6)).join()).isTrue();
        assertThat(Entries.notes(disk)).last().asString().startsWith("gap");
        verifyIsIntact();
    }

    @Test
    void whatBecameOfChangesIsWrittenLateWhenTheDiskWorksAgain() throws IOException {
        var recorder = Writers.on(disk, ticker);
        recorder.durable(Entries.intent(1)).join();
        disk.broken(true);
        recorder.note(Entries.outcome(1));
        ticker.advance(Duration.ofSeconds(3));
        recorder.note(Entries.read(2));
        recorder.note(Entries.read(3));
        disk.broken(false);
        ticker.advance(SECOND);
        assertThat(Entries.notes(disk)).last().isEqualTo("gap 2");
        assertThat(Entries.all(disk).getLast().call().orElseThrow().correlationId())
                .isEqualTo(Entries.id(1));
        verifyIsIntact();
    }

    @Test
    void aForceThatFailsMeansThatNothingSinceTheLastOneIsBelieved() throws IOException {
        var recorder = Writers.on(disk, ticker);
        recorder.note(Entries.outcome(1));
        recorder.note(Entries.read(2));
        ticker.advance(Duration.ofMillis(200));
        disk.broken(true);
        assertThat(recorder.durable(Entries.intent(3)).join()).isFalse();
        disk.broken(false);
        ticker.advance(SECOND);
        assertThat(Entries.intents(disk)).isEmpty();
        verifyIsIntact();
    }

    @Test
    void aRemovedFolderIsNoticedAndMadeAnew() throws IOException {
        var recorder = Writers.on(disk, ticker);
        recorder.durable(Entries.intent(1)).join();
        disk.removeAll();
        assertThat(recorder.durable(Entries.intent(2)).join()).isFalse();
        ticker.advance(SECOND);
        assertThat(recorder.durable(Entries.intent(3)).join()).isTrue();
        assertThat(Entries.intents(disk)).containsExactly(Entries.id(3));
        var verdict = new LogVerifier(disk).verify(PROCESS);
        assertThat(verdict.bad().orElseThrow().message()).contains("procmond.000001.jsonl");
    }

    @Test
    void onlyOneProcessWritesALog() {
        var first = Writers.on(disk, ticker);
        var second = Writers.on(disk, ticker);
        assertThat(second.durable(Entries.intent(1)).join()).isFalse();
        assertThat(second.standing())
                .isInstanceOfSatisfying(
                        Standing.Unavailable.class,
                        no -> assertThat(no.why()).contains("another process writes this log"));
        first.close();
        ticker.advance(SECOND);
        assertThat(second.durable(Entries.intent(2)).join()).isTrue();
    }

    @Test
    void theChainGoesOnThroughFilesAndOldOnesGo() throws IOException {
        var recorder = Writers.on(disk, ticker, new LogSettings(2_000, 3));
        for (int number = 1; number <= 60; number++) {
            assertThat(recorder.durable(Entries.intent(number)).join()).isTrue();
        }
        assertThat(disk.names().stream().filter(name -> name.endsWith(".jsonl"))).hasSize(3);
        assertThat(Entries.intents(disk)).last().isEqualTo(Entries.id(60));
        assertThat(Entries.all(disk).getFirst().sequence()).isGreaterThan(1);
        verifyIsIntact();
        recorder.close();
        var next = Writers.on(disk, ticker, new LogSettings(2_000, 3));
        next.durable(Entries.intent(61)).join();
        verifyIsIntact();
    }

    @Test
    void aClosedLogTakesNothingMore() throws IOException {
        var recorder = Writers.on(disk, ticker);
        recorder.note(Entries.read(1));
        recorder.close();
        recorder.close();
        assertThat(Entries.notes(disk)).last().isEqualTo("closed 0");
        int entries = Entries.all(disk).size();
        assertThat(recorder.durable(Entries.intent(2)).join()).isFalse();
        recorder.note(Entries.read(3));
        ticker.advance(Duration.ofSeconds(5));
        assertThat(Entries.all(disk)).hasSize(entries);
        verifyIsIntact();
    }

    @Test
    void anEndFromTwoSidesIsNotedOnceAndBothWaitForIt() throws InterruptedException {
        var tasks = new LinkedBlockingQueue<Runnable>();
        var recorder = Writers.on(disk, ticker, LogSettings.USUAL, tasks::add);
        var one = CompletableFuture.runAsync(recorder::close, Thread::startVirtualThread);
        var other = CompletableFuture.runAsync(recorder::close, Thread::startVirtualThread);
        var write = tasks.take();
        var letGo = tasks.take();
        assertThat(one.isDone() || other.isDone()).isFalse();
        write.run();
        letGo.run();
        CompletableFuture.allOf(one, other).join();
        assertThat(tasks).isEmpty();
        assertThat(Entries.notes(disk)).containsOnlyOnce("closed 0");
    }

    private void verifyIsIntact() throws IOException {
        var verdict = new LogVerifier(disk).verify(PROCESS);
        assertThat(verdict.bad()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(Entries.all(disk).size());
    }
}
