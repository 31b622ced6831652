package daemoneye.rpc.client.audit.read;

import daemoneye.rpc.client.audit.format.AuditEntry;
import daemoneye.rpc.client.audit.format.AuditFacts;
import daemoneye.rpc.client.audit.format.AuditLine;
import daemoneye.rpc.client.audit.format.Checkpoint;
import daemoneye.rpc.client.audit.format.Digest;
import daemoneye.rpc.client.audit.format.MalformedEntry;
import daemoneye.rpc.client.audit.format.NoteKind;
import daemoneye.rpc.client.audit.format.SegmentName;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What must hold from one entry to the next, until the first one for which it does not.
final class ChainCheck {
    private static final int MOST_REMARKS = 100;

    /// The phase stands behind number and time, within so many bytes.
    private static final int PHASE_WITHIN = 120;

    private final String process;
    private final Optional<Checkpoint> checkpoint;
    private final List<String> remarks = new ArrayList<>();
    private Optional<BadEntry> bad = Optional.empty();
    private Optional<String> log;
    private boolean anywhere;
    private long sequence;
    private String hash = Digest.NONE;
    private long entries;
    private long lastLine;

    ChainCheck(String process, Optional<Checkpoint> checkpoint) {
        this.process = process;
        this.checkpoint = checkpoint;
        this.log = checkpoint.map(Checkpoint::log);
        if (checkpoint.isEmpty()) {
            remarks.add("there is no checkpoint: a tail that was cut off would not be noticed");
        }
    }

    /// What the first entry must be.
    void start(long firstSequence, String previous) {
        sequence = firstSequence - 1;
        hash = previous;
    }

    /// The first entry may be any.
    void startAnywhere() {
        anywhere = true;
    }

    boolean good() {
        return bad.isEmpty();
    }

    void file(SegmentName segment, int expected) {
        lastLine = 0;
        if (segment.number() != expected) {
            var missing = new SegmentName(process, expected);
            bad(segment, 1, Fault.GAP, "the file %s is missing before it".formatted(missing));
        }
    }

    void line(SegmentName segment, long number, AuditLine line) {
        if (!line.intact()) {
            bad(segment, number, Fault.HASH, "its bytes do not have its hash: it was altered");
        } else if (!anywhere && line.sequence() != sequence + 1) {
            bad(segment, number, Fault.GAP, "it has number %d".formatted(line.sequence()));
        } else if (!anywhere && !line.previous().equals(hash)) {
            bad(segment, number, Fault.CHAIN, "it does not continue the entry before it");
        } else if (contradictsCheckpoint(line)) {
            bad(segment, number, Fault.CUT, "the checkpoint vouches for another entry here");
        } else {
            accept(segment, number, line);
        }
    }

    private boolean contradictsCheckpoint(AuditLine line) {
        return checkpoint
                .filter(known -> known.sequence() == line.sequence())
                .filter(known -> !known.head().equals(line.hash()))
                .isPresent();
    }

    private void accept(SegmentName segment, long number, AuditLine line) {
        if (number == 1 || isNote(line)) {
            content(segment, number, line);
        }
        if (good()) {
            anywhere = false;
            sequence = line.sequence();
            hash = line.hash();
            entries++;
            lastLine = number;
        }
    }

    // Only few entries need to be read as a whole; their place tells which.
    private static boolean isNote(AuditLine line) {
        return new String(
                        line.bytes(),
                        0,
                        Math.min(line.bytes().length, PHASE_WITHIN),
                        StandardCharsets.ISO_8859_1)
                .contains("\"phase\":\"note\"");
    }

    private void content(SegmentName segment, long number, AuditLine line) {
        try {
            var entry = line.entry();
            if (number == 1) {
                header(segment, entry);
            } else if (entry.facts() instanceof AuditFacts.Note note) {
                note(segment, number, entry, note);
            }
        } catch (MalformedEntry e) {
            bad(segment, number, Fault.SHAPE, "the line is no entry: " + e.why());
        }
    }

    private void header(SegmentName segment, AuditEntry entry) {
        if (!(entry.facts() instanceof AuditFacts.Header header)) {
            bad(segment, 1, Fault.SHAPE, "a file begins with a header, not with this");
        } else if (header.format() != AuditFacts.FORMAT) {
            bad(segment, 1, Fault.SHAPE, "format %d is not known".formatted(header.format()));
        } else if (!header.process().equals(process)
                || header.segment() != segment.number()
                || !log.orElse(header.log()).equals(header.log())) {
            bad(segment, 1, Fault.CHAIN, "the file belongs to another log or another place");
        } else {
            log = Optional.of(header.log());
        }
    }

    private void note(SegmentName segment, long number, AuditEntry entry, AuditFacts.Note note) {
        if (note.kind().evidence()) {
            bad(segment, number, Fault.NOTED, note.message());
        } else if (isRemarkable(note.kind()) && remarks.size() < MOST_REMARKS) {
            remarks.add(
                    "entry %d, %s: %s".formatted(entry.sequence(), entry.time(), note.message()));
        }
    }

    private static boolean isRemarkable(NoteKind kind) {
        return switch (kind) {
            case TORN, GAP, PRUNED -> true;
            case OPENED, CLOSED, CUT, DAMAGED -> false;
        };
    }

    /// Nothing follows.
    void end(Optional<SegmentName> last) {
        if (good() && checkpoint.isPresent() && checkpoint.get().sequence() > sequence) {
            var known = checkpoint.get();
            var segment = last.orElseGet(() -> new SegmentName(process, known.segment()));
            bad(
                    segment,
                    lastLine + 1,
                    Fault.CUT,
                    "the log ends here, but the checkpoint of %s vouches for %d entries"
                            .formatted(known.time(), known.sequence()));
        }
    }

    void bad(SegmentName segment, long number, Fault fault, String message) {
        if (good()) {
            bad =
                    Optional.of(
                            new BadEntry(segment.fileName(), number, sequence + 1, fault, message));
        }
    }

    LogVerdict verdict(int files) {
        return new LogVerdict(process, files, entries, sequence, bad, remarks);
    }
}
