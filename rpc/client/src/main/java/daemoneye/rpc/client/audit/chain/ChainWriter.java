package daemoneye.rpc.client.audit.chain;

import daemoneye.rpc.client.audit.disk.AuditDisk;
import daemoneye.rpc.client.audit.disk.AuditFile;
import daemoneye.rpc.client.audit.disk.CheckpointFile;
import daemoneye.rpc.client.audit.disk.ForwardLines;
import daemoneye.rpc.client.audit.format.AuditDraft;
import daemoneye.rpc.client.audit.format.AuditEntry;
import daemoneye.rpc.client.audit.format.AuditFacts;
import daemoneye.rpc.client.audit.format.AuditLine;
import daemoneye.rpc.client.audit.format.Checkpoint;
import daemoneye.rpc.client.audit.format.MalformedEntry;
import daemoneye.rpc.client.audit.format.NoteKind;
import daemoneye.rpc.client.audit.format.SegmentName;
import daemoneye.rpc.protocol.time.Ticker;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Writes one log, of which it is the only writer. After any [IOException] it must be mended before
/// it is used again. For one thread at a time.
final class ChainWriter implements Closeable {
    private final AuditDisk disk;
    private final String process;
    private final LogSettings settings;
    private final Ticker ticker;
    private final String log;
    private final List<AuditEntry> unforced = new ArrayList<>();
    private AuditDisk.Hold hold;
    private CheckpointFile checkpoints;
    private AuditFile file;
    private Oldest oldest;
    private ChainHead head;
    private ChainHead durable;

    private ChainWriter(
            AuditDisk disk,
            String process,
            LogSettings settings,
            Ticker ticker,
            AuditDisk.Hold hold,
            Found found,
            CheckpointFile checkpoints,
            AuditFile file) {
        this.disk = disk;
        this.process = process;
        this.settings = settings;
        this.ticker = ticker;
        this.log = found.log();
        this.hold = hold;
        this.oldest = found.oldest();
        this.head = found.head();
        this.durable = found.head();
        this.checkpoints = checkpoints;
        this.file = file;
    }

    /// Takes the log of a process, whatever its last writer left behind. An `opened` note is
    /// durable when this returns.
    ///
    /// @param pid for the note
    /// @throws IOException with a sentence, if it cannot be written or another process writes it
    static ChainWriter open(
            AuditDisk disk,
            String process,
            LogSettings settings,
            Ticker ticker,
            RandomGenerator random,
            long pid)
            throws IOException {
        disk.prepare();
        var opened = new ArrayDeque<AutoCloseable>();
        try {
            var hold = disk.hold(lockName(process));
            opened.push(hold);
            var found = new ChainOpening(disk, process, ticker, random).look();
            var checkpoints = CheckpointFile.open(disk, process);
            opened.push(checkpoints);
            var name = new SegmentName(process, found.head().segment()).fileName();
            var file = disk.open(name);
            opened.push(file);
            var writer =
                    new ChainWriter(
                            disk, process, settings, ticker, hold, found, checkpoints, file);
            writer.begin(found.notes(), pid);
            return writer;
        } catch (IOException | RuntimeException e) {
            opened.forEach(each -> giveBack(each, e));
            throw e;
        }
    }

    private static void giveBack(AutoCloseable opened, Exception because) {
        try {
            opened.close();
        } catch (Exception e) {
            because.addSuppressed(e);
        }
    }

    private static String lockName(String process) {
        return process + ".lock";
    }

    private void begin(List<AuditDraft> notes, long pid) throws IOException {
        if (head.bytes() == 0) {
            file.truncate(0);
            write(List.of(header()));
        }
        write(notes);
        write(List.of(note(NoteKind.OPENED, pid, "written by process " + pid)));
        sync();
        // In both places: one that vouched for entries that are gone would be the newest.
        checkpoints.write(checkpoint());
        checkpoints.force();
    }

    /// Writes entries, in order; they are in the file, but may not outlive a loss of power.
    void append(List<AuditDraft> drafts) throws IOException {
        if (head.bytes() >= settings.segmentBytes()) {
            rotate();
        }
        write(drafts);
    }

    /// Makes everything written outlive a loss of power.
    ///
    /// @return what was not durable before
    List<AuditEntry> force() throws IOException {
        sync();
        var done = List.copyOf(unforced);
        unforced.clear();
        return done;
    }

    private void sync() throws IOException {
        if (!file.isStillThere() || !hold.isStillThere() || !checkpoints.isStillThere()) {
            throw new IOException("files of the log were removed while it was written");
        }
        file.force();
        durable = head;
        checkpoints.write(checkpoint());
    }

    /// Goes back to what is surely on disk, and makes anew what was removed, so that writing can go
    /// on. What was written since then must be written again.
    void mend() throws IOException {
        unforced.removeIf(entry -> entry.sequence() > durable.sequence());
        if (!hold.isStillThere() || !checkpoints.isStillThere()) {
            takeAgain();
        }
        if (head.segment() != durable.segment()) {
            file.close();
            disk.delete(segment(head.segment()).fileName());
        }
        boolean there = disk.names().contains(segment(durable.segment()).fileName());
        if (there && (head.segment() != durable.segment() || !file.isStillThere())) {
            file.close();
            file = disk.open(segment(durable.segment()).fileName());
        }
        head = durable;
        if (there && file.size() >= durable.bytes()) {
            file.truncate(durable.bytes());
        } else {
            beginSegment(durable.segment() + 1);
        }
    }

    private void takeAgain() throws IOException {
        disk.prepare();
        hold.close();
        hold = disk.hold(lockName(process));
        checkpoints.close();
        checkpoints = CheckpointFile.open(disk, process);
    }

    private void rotate() throws IOException {
        sync();
        beginSegment(head.segment() + 1);
        sync();
        prune();
        checkpoints.force();
    }

    // Nobody else makes files of this name: one that is there was left half begun by a fault.
    private void beginSegment(int number) throws IOException {
        var next = disk.open(segment(number).fileName());
        file.close();
        file = next;
        head = head.inSegment(number);
        file.truncate(0);
        write(List.of(header()));
    }

    private void prune() throws IOException {
        var kept = SegmentName.of(process, disk.names());
        int tooMany = kept.size() - settings.keptSegments();
        if (tooMany <= 0) {
            return;
        }
        oldest = beginning(kept.get(tooMany));
        var message =
                "%d old files were removed; what is kept begins with entry %d"
                        .formatted(tooMany, oldest.sequence());
        write(List.of(note(NoteKind.PRUNED, tooMany, message)));
        sync();
        checkpoints.force();
        for (var old : kept.subList(0, tooMany)) {
            disk.delete(old.fileName());
        }
    }

    private Oldest beginning(SegmentName segment) throws IOException {
        try (var first = disk.openToRead(segment.fileName())) {
            var bytes = new ForwardLines(first, 0).next().orElse(new byte[0]);
            var line = AuditLine.read(bytes);
            return new Oldest(segment.number(), line.sequence(), line.previous());
        } catch (MalformedEntry e) {
            throw new IOException("%s is damaged: %s".formatted(segment, e.why()), e);
        }
    }

    private void write(List<AuditDraft> drafts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var next = head;
        for (var draft : drafts) {
            var line = AuditLine.seal(draft, next.sequence() + 1, next.hash());
            bytes.writeBytes(line.bytes());
            unforced.add(
                    new AuditEntry(
                            line.sequence(),
                            draft.time(),
                            draft.facts(),
                            line.previous(),
                            line.hash()));
            next = next.after(line);
        }
        file.write(head.bytes(), bytes.toByteArray());
        head = next;
    }

    /// Lets the log go. What was not forced is left to the operating system.
    @Override
    public void close() throws IOException {
        file.close();
        checkpoints.force();
        checkpoints.close();
        hold.close();
    }

    private AuditDraft header() {
        var facts = new AuditFacts.Header(AuditFacts.FORMAT, process, log, head.segment());
        return new AuditDraft(ticker.now(), facts, false);
    }

    private AuditDraft note(NoteKind kind, long count, String message) {
        return new AuditDraft(ticker.now(), new AuditFacts.Note(kind, count, message), false);
    }

    private Checkpoint checkpoint() {
        return new Checkpoint(
                process,
                log,
                durable.sequence(),
                durable.hash(),
                durable.segment(),
                durable.bytes(),
                oldest.segment(),
                oldest.sequence(),
                oldest.previous(),
                ticker.now());
    }

    private SegmentName segment(int number) {
        return new SegmentName(process, number);
    }
}
