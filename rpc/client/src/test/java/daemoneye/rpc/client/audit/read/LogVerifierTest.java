package daemoneye.rpc.client.audit.read;

import static daemoneye.rpc.client.audit.fake.Entries.PROCESS;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.audit.chain.LogSettings;
import daemoneye.rpc.client.audit.fake.Entries;
import daemoneye.rpc.client.audit.fake.LossyDisk;
import daemoneye.rpc.client.audit.fake.Writers;
import daemoneye.rpc.client.audit.format.SegmentName;
import daemoneye.rpc.protocol.time.FakeTicker;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Whatever somebody does to a log is found, and the first entry it concerns is named.
class LogVerifierTest {
    private static final String FILE = new SegmentName(PROCESS, 1).fileName();

    private final LossyDisk disk = new LossyDisk();
    private final FakeTicker ticker = new FakeTicker();

    @BeforeEach
    void aLogOfTenCalls() {
        var recorder = Writers.on(disk, ticker);
        for (int number = 1; number <= 10; number++) {
            recorder.durable(Entries.intent(number)).join();
            recorder.note(Entries.outcome(number));
        }
        recorder.close();
    }

    @Test
    void whatNobodyTouchedIsIntact() throws IOException {
        var verdict = verify();
        assertThat(verdict.intact()).isTrue();
        // header, opened, ten calls, closed
        assertThat(verdict.entries()).isEqualTo(23);
        assertThat(verdict.lastSequence()).isEqualTo(23);
        assertThat(verdict.remarks()).isEmpty();
        assertThat(new LogVerifier(disk).processes()).containsExactly(PROCESS);
    }

    @Test
    void everyByteThatIsEditedIsFoundInItsLine() throws IOException {
        var content = disk.content(FILE);
        int line = 1;
        for (int at = 0; at < content.length; at++) {
            var edited = content.clone();
            edited[at] ^= 1;
            disk.replace(FILE, edited);
            var bad = verify().bad();
            assertThat(bad).as("byte %d", at).isPresent();
            // A line that lost its end becomes one with the next; that begins where it was.
            assertThat(bad.get().line()).as("byte %d", at).isEqualTo(line);
            assertThat(bad.get().sequence()).as("byte %d", at).isEqualTo(line);
            if (content[at] == '\n') {
                line++;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 11, 21})
    void aRemovedLineIsFound(int index) throws IOException {
        var lines = lines();
        lines.remove(index);
        write(lines);
        assertThat(verify().bad().orElseThrow().line()).isEqualTo(index + 1);
    }

    @Test
    void theLastLineCannotBeRemovedBecauseOfTheCheckpoint() throws IOException {
        var lines = lines();
        lines.removeLast();
        write(lines);
        var bad = verify().bad().orElseThrow();
        assertThat(bad.fault()).isEqualTo(Fault.CUT);
        assertThat(bad.sequence()).isEqualTo(23);
        assertThat(bad.line()).isEqualTo(23);
        assertThat(bad.message()).contains("vouches for 23 entries");
    }

    @Test
    void swappedLinesAreFound() throws IOException {
        var lines = lines();
        Collections.swap(lines, 7, 8);
        write(lines);
        var bad = verify().bad().orElseThrow();
        assertThat(bad.fault()).isEqualTo(Fault.GAP);
        assertThat(bad.line()).isEqualTo(8);
    }

    @Test
    void aLineThatIsThereTwiceIsFound() throws IOException {
        var lines = lines();
        lines.add(9, lines.get(8));
        write(lines);
        assertThat(verify().bad().orElseThrow().line()).isEqualTo(10);
    }

    @Test
    void lineOfAnotherLogIsFoundEvenIfItsNumberIsRight() throws IOException {
        var other = new LossyDisk();
        var recorder = Writers.on(other, new FakeTicker());
        for (int number = 1; number <= 10; number++) {
            recorder.durable(Entries.intent(number + 100)).join();
        }
        var lines = lines();
        var theirs = new String(other.content(FILE), StandardCharsets.US_ASCII).split("\n", -1);
        lines.set(9, theirs[9]);
        write(lines);
        var bad = verify().bad().orElseThrow();
        assertThat(bad.fault()).isEqualTo(Fault.CHAIN);
        assertThat(bad.sequence()).isEqualTo(10);
    }

    @Test
    void aTailMadeUpWithRightHashesContradictsTheCheckpoint() throws IOException {
        var checkpoint = disk.content(PROCESS + ".checkpoint");
        var forged = new LossyDisk();
        var recorder = Writers.on(forged, ticker);
        for (int number = 1; number <= 10; number++) {
            recorder.durable(Entries.intent(number + 50)).join();
            recorder.note(Entries.outcome(number));
        }
        recorder.close();
        forged.replace(PROCESS + ".checkpoint", checkpoint);
        var bad = new LogVerifier(forged).verify(PROCESS).bad().orElseThrow();
        assertThat(bad.fault()).isEqualTo(Fault.CUT);
    }

    @Test
    void aTornTailIsNamedUntilTheWriterHasCutItOff() throws IOException {
        var content = disk.content(FILE);
        var more = Arrays.copyOf(content, content.length + 40);
        Arrays.fill(more, content.length, more.length, (byte) 'x');
        disk.replace(FILE, more);
        var bad = verify().bad().orElseThrow();
        assertThat(bad.fault()).isEqualTo(Fault.TORN);
        assertThat(bad.line()).isEqualTo(24);

        disk.processEnds();
        Writers.on(disk, ticker).durable(Entries.intent(11)).join();

        assertThat(verify().bad()).isEmpty();
        assertThat(verify().remarks()).singleElement().asString().contains("cut off behind");
        assertThat(Entries.notes(disk)).contains("torn 40");
        assertThat(disk.names()).contains(FILE + "." + content.length + ".torn");
    }

    @Test
    void aCutTailStaysProvableWhenTheWriterGoesOn() throws IOException {
        var lines = lines();
        write(lines.subList(0, 15));
        disk.processEnds();
        Writers.on(disk, ticker).durable(Entries.intent(11)).join();
        assertThat(Entries.notes(disk)).contains("cut 8");
        var bad = verify().bad().orElseThrow();
        assertThat(bad.fault()).isEqualTo(Fault.NOTED);
        assertThat(bad.sequence()).isEqualTo(16);
    }

    @Test
    void anEditedLogStaysProvableWhenTheWriterGoesOn() throws IOException {
        var content = disk.content(FILE);
        content[content.length / 2] ^= 1;
        disk.replace(FILE, content);
        long line = verify().bad().orElseThrow().line();
        disk.processEnds();
        Writers.on(disk, ticker).durable(Entries.intent(11)).join();
        assertThat(verify().bad().orElseThrow().line()).isEqualTo(line);
        assertThat(disk.content(FILE)).startsWith(content);
    }

    @Test
    void anEditedLastLineIsDamageAndNoTornTail() throws IOException {
        var lines = lines();
        lines.set(22, lines.get(22).replace("closed in order", "closed in ardor"));
        write(lines);
        disk.processEnds();
        Writers.on(disk, ticker).durable(Entries.intent(11)).join();
        assertThat(Entries.notes(disk)).contains("damaged 23");
        assertThat(verify().bad().orElseThrow().line()).isEqualTo(23);
    }

    @Test
    void aMissingCheckpointIsRemarkedAndNotedByTheWriter() throws IOException {
        disk.delete(PROCESS + ".checkpoint");
        assertThat(verify().remarks()).singleElement().asString().contains("no checkpoint");
        disk.processEnds();
        Writers.on(disk, ticker).durable(Entries.intent(11)).join();
        assertThat(verify().bad().orElseThrow().fault()).isEqualTo(Fault.NOTED);
    }

    @Test
    void missingFilesAreFound() throws IOException {
        var small = new LossyDisk();
        var recorder = Writers.on(small, ticker, new LogSettings(3_000, 16));
        for (int number = 1; number <= 40; number++) {
            recorder.durable(Entries.intent(number)).join();
        }
        var third = small.content(new SegmentName(PROCESS, 3).fileName());
        small.delete(new SegmentName(PROCESS, 3).fileName());
        var bad = new LogVerifier(small).verify(PROCESS).bad().orElseThrow();
        assertThat(bad.fault()).isEqualTo(Fault.GAP);
        assertThat(bad.message()).contains("procmond.000003.jsonl is missing");
        small.replace(new SegmentName(PROCESS, 3).fileName(), third);
        small.delete(FILE);
        assertThat(new LogVerifier(small).verify(PROCESS).bad().orElseThrow().message())
                .contains("procmond.000001.jsonl is missing");
    }

    @Test
    void aLogThatIsGoneIsProvable() throws IOException {
        disk.delete(FILE);
        assertThat(verify().bad().orElseThrow().fault()).isEqualTo(Fault.CUT);
        disk.processEnds();
        Writers.on(disk, ticker).durable(Entries.intent(11)).join();
        assertThat(verify().intact()).isFalse();
        assertThat(Entries.all(disk).getFirst().sequence()).isEqualTo(24);
    }

    @Test
    void garbageOfAnyKindIsRefusedWithoutACrash() throws IOException {
        for (var garbage :
                List.of(
                        "",
                        "\n",
                        "{}\n",
                        "{\"seq\":1}\n",
                        "\u0000".repeat(70_000),
                        "[".repeat(99))) {
            disk.replace(FILE, garbage.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(verify().bad()).as(garbage).isPresent();
        }
    }

    @Test
    void oneFileAloneCanBeVerified() throws IOException {
        var recorder = Writers.on(disk, ticker, new LogSettings(3_000, 16));
        for (int number = 1; number <= 20; number++) {
            recorder.durable(Entries.intent(number)).join();
        }
        var second = new LogVerifier(disk).verify(new SegmentName(PROCESS, 2));
        assertThat(second.intact()).isTrue();
        assertThat(second.entries()).isPositive();
    }

    private LogVerdict verify() throws IOException {
        return new LogVerifier(disk).verify(PROCESS);
    }

    private List<String> lines() {
        var text = new String(disk.content(FILE), StandardCharsets.US_ASCII);
        var lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        lines.removeLast(); // what follows the last end of line
        return lines;
    }

    private void write(List<String> lines) {
        var text = String.join("\n", lines) + "\n";
        disk.replace(FILE, text.getBytes(StandardCharsets.US_ASCII));
    }
}
