package daemoneye.rpc.client.audit.chain;

import daemoneye.rpc.client.audit.disk.AuditDisk;
import daemoneye.rpc.client.audit.disk.AuditFile;
import daemoneye.rpc.client.audit.disk.CheckpointFile;
import daemoneye.rpc.client.audit.format.AuditDraft;
import daemoneye.rpc.client.audit.format.AuditFacts;
import daemoneye.rpc.client.audit.format.Checkpoint;
import daemoneye.rpc.client.audit.format.NoteKind;
import daemoneye.rpc.client.audit.format.SegmentName;
import daemoneye.rpc.protocol.time.Ticker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Finds out where a log goes on: what a crash has torn is cut off and kept beside it; what is
/// missing or altered although it had been acknowledged is never mended, but noted, so that
/// whoever verifies the log is told. For one thread, once.
final class ChainOpening {
    /// A log with no more entries may be without a checkpoint after a crash: header and `opened`.
    private static final int ENTRIES_WITHOUT_CHECKPOINT = 2;

    private static final int ID_BYTES = 16;
    private static final int CHUNK = 256 * 1024;

    private final AuditDisk disk;
    private final String process;
    private final Ticker ticker;
    private final RandomGenerator random;
    private final List<AuditDraft> notes = new ArrayList<>();

    ChainOpening(AuditDisk disk, String process, Ticker ticker, RandomGenerator random) {
        this.disk = disk;
        this.process = process;
        this.ticker = ticker;
        this.random = random;
    }

    Found look() throws IOException {
        var checkpoint = CheckpointFile.read(disk, process);
        var segments = new ArrayList<>(SegmentName.of(process, disk.names()));
        while (!segments.isEmpty()) {
            var newest = segments.removeLast();
            try (var file = disk.open(newest.fileName())) {
                var scan = TailScan.of(file, newest.number(), checkpoint);
                if (scan.head().bytes() > 0 || isVouchedFor(newest, checkpoint)) {
                    return found(file, newest, scan, checkpoint);
                }
                cutTorn(file, newest, scan);
            }
            // A crash came before its first entry was whole.
            disk.delete(newest.fileName());
        }
        return checkpoint.map(this::allGone).orElseGet(this::fresh);
    }

    private static boolean isVouchedFor(SegmentName segment, Optional<Checkpoint> checkpoint) {
        return checkpoint.filter(known -> known.segment() == segment.number()).isPresent();
    }

    private Found found(
            AuditFile file, SegmentName segment, TailScan scan, Optional<Checkpoint> checkpoint)
            throws IOException {
        if (checkpoint.isEmpty()) {
            cutTorn(file, segment, scan);
            return withoutCheckpoint(scan);
        }
        var known = checkpoint.get();
        boolean lacks = scan.head().sequence() < known.sequence();
        if (lacks && (scan.leavesRest() || scan.head().bytes() == 0)) {
            return damaged(known, segment, scan);
        }
        cutTorn(file, segment, scan);
        if (lacks) {
            note(
                    NoteKind.CUT,
                    known.sequence() - scan.head().sequence(),
                    "the checkpoint vouches for %d entries, the log ended with %d"
                            .formatted(known.sequence(), scan.head().sequence()));
        }
        return new Found(scan.log().orElse(known.log()), scan.head(), oldest(known), notes);
    }

    // What is damaged stays as it is, as evidence; the chain goes on in another file.
    private Found damaged(Checkpoint known, SegmentName segment, TailScan scan) {
        note(
                NoteKind.DAMAGED,
                scan.head().sequence() + 1,
                "%s is not intact behind entry %d".formatted(segment, scan.head().sequence()));
        int next = Math.max(segment.number(), known.segment()) + 1;
        return new Found(known.log(), after(known, next), oldest(known), notes);
    }

    private Found withoutCheckpoint(TailScan scan) {
        if (scan.head().sequence() > ENTRIES_WITHOUT_CHECKPOINT) {
            note(
                    NoteKind.CUT,
                    0,
                    "the checkpoint was missing: nobody knows whether entries were cut off");
        }
        return new Found(scan.log().orElseGet(this::freshId), scan.head(), Oldest.FIRST, notes);
    }

    private Found allGone(Checkpoint known) {
        note(
                NoteKind.CUT,
                known.sequence() - known.oldestSequence() + 1,
                "all files of the log were gone, entries %d to %d with them"
                        .formatted(known.oldestSequence(), known.sequence()));
        return new Found(known.log(), after(known, known.segment() + 1), oldest(known), notes);
    }

    private Found fresh() {
        return new Found(freshId(), ChainHead.NOTHING, Oldest.FIRST, notes);
    }

    private static ChainHead after(Checkpoint known, int segment) {
        return new ChainHead(known.sequence(), known.head(), segment, 0);
    }

    private static Oldest oldest(Checkpoint known) {
        return new Oldest(known.oldestSegment(), known.oldestSequence(), known.oldestPrevious());
    }

    private void cutTorn(AuditFile file, SegmentName segment, TailScan scan) throws IOException {
        if (!scan.leavesRest()) {
            return;
        }
        long from = scan.head().bytes();
        var name = "%s.%d.torn".formatted(segment.fileName(), from);
        try (var copy = disk.open(name)) {
            copyTail(file, from, copy);
            copy.force();
        }
        file.truncate(from);
        file.force();
        note(NoteKind.TORN, scan.size() - from, "cut off behind a crash, kept in " + name);
    }

    private static void copyTail(AuditFile file, long from, AuditFile copy) throws IOException {
        long copied = 0;
        var bytes = file.read(from, CHUNK);
        while (bytes.length > 0) {
            copy.write(copied, bytes);
            copied += bytes.length;
            bytes = file.read(from + copied, CHUNK);
        }
    }

    private void note(NoteKind kind, long count, String message) {
        notes.add(new AuditDraft(ticker.now(), new AuditFacts.Note(kind, count, message), false));
    }

    private String freshId() {
        var id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
