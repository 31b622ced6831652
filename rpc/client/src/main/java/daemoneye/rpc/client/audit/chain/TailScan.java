package daemoneye.rpc.client.audit.chain;

import daemoneye.rpc.client.audit.disk.AuditFile;
import daemoneye.rpc.client.audit.disk.ForwardLines;
import daemoneye.rpc.client.audit.format.AuditFacts;
import daemoneye.rpc.client.audit.format.AuditLine;
import daemoneye.rpc.client.audit.format.Checkpoint;
import daemoneye.rpc.client.audit.format.MalformedEntry;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// How far the newest file of a log is intact.
///
/// @param log the random id of the log; empty if not even the header is intact
/// @param head the last intact entry
/// @param size of the file; more than `head.bytes()` if something follows that is not intact
record TailScan(Optional<String> log, ChainHead head, long size) {
    /// Begins behind what the checkpoint vouches for, if it is there: a start must be quick.
    static TailScan of(AuditFile file, int segment, Optional<Checkpoint> checkpoint)
            throws IOException {
        var start = ChainHead.NOTHING.inSegment(segment);
        if (checkpoint.isPresent() && isThere(checkpoint.get(), file, segment)) {
            var known = checkpoint.get();
            start = new ChainHead(known.sequence(), known.head(), segment, known.bytes());
        }
        return new TailScan(logId(file), scan(file, start, checkpoint), file.size());
    }

    /// Whether something follows the head.
    boolean leavesRest() {
        return head.bytes() < size;
    }

    private static ChainHead scan(AuditFile file, ChainHead start, Optional<Checkpoint> checkpoint)
            throws IOException {
        var head = start;
        var lines = new ForwardLines(file, start.bytes());
        for (var next = lines.next(); next.isPresent(); next = lines.next()) {
            var line = line(next.get());
            if (line.isEmpty()
                    || !follows(head, line.get())
                    || contradicts(line.get(), checkpoint)) {
                return head;
            }
            head = head.after(line.get());
        }
        return head;
    }

    // The file before is not looked at: the first entry is believed if it is intact.
    private static boolean follows(ChainHead head, AuditLine line) {
        return head.bytes() == 0 ? line.intact() : head.isFollowedBy(line);
    }

    private static boolean contradicts(AuditLine line, Optional<Checkpoint> checkpoint) {
        return checkpoint
                .filter(known -> known.sequence() == line.sequence())
                .filter(known -> !known.head().equals(line.hash()))
                .isPresent();
    }

    private static boolean isThere(Checkpoint checkpoint, AuditFile file, int segment)
            throws IOException {
        if (checkpoint.segment() != segment || checkpoint.bytes() > file.size()) {
            return false;
        }
        long from = Math.max(0, checkpoint.bytes() - AuditLine.MOST_BYTES);
        var bytes = file.read(from, (int) (checkpoint.bytes() - from));
        int begin = bytes.length - 1;
        while (begin > 0 && bytes[begin - 1] != '\n') {
            begin--;
        }
        return line(Arrays.copyOfRange(bytes, Math.max(begin, 0), bytes.length))
                .filter(AuditLine::intact)
                .filter(line -> line.sequence() == checkpoint.sequence())
                .filter(line -> line.hash().equals(checkpoint.head()))
                .isPresent();
    }

    private static Optional<String> logId(AuditFile file) throws IOException {
        var first = new ForwardLines(file, 0).next().flatMap(TailScan::line);
        try {
            return first.isPresent()
                            && first.get().intact()
                            && first.get().entry().facts() instanceof AuditFacts.Header header
                    ? Optional.of(header.log())
                    : Optional.empty();
        } catch (MalformedEntry _) {
            return Optional.empty();
        }
    }

    private static Optional<AuditLine> line(byte[] bytes) {
        try {
            return Optional.of(AuditLine.read(bytes));
        } catch (MalformedEntry _) {
            return Optional.empty();
        }
    }
}
