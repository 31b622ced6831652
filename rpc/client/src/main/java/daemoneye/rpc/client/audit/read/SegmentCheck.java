package daemoneye.rpc.client.audit.read;

import daemoneye.rpc.client.audit.disk.AuditFile;
import daemoneye.rpc.client.audit.disk.ForwardLines;
import daemoneye.rpc.client.audit.format.AuditLine;
import daemoneye.rpc.client.audit.format.MalformedEntry;
import daemoneye.rpc.client.audit.format.SegmentName;

import java.io.IOException;
import java.util.Optional;

/// Goes through the lines of one file.
final class SegmentCheck {
    /// How often a line that is being written is read again before it is called torn.
    private static final int PATIENCE = 100;

    private final AuditFile file;
    private final SegmentName segment;
    private final ChainCheck check;

    SegmentCheck(AuditFile file, SegmentName segment, ChainCheck check) {
        this.file = file;
        this.segment = segment;
        this.check = check;
    }

    /// @param newest whether its end may be being written now
    void run(boolean newest) throws IOException {
        var lines = new ForwardLines(file, 0);
        long number = 0;
        for (var next = next(lines, newest);
                next.isPresent() && check.good();
                next = next(lines, newest)) {
            number++;
            one(next.get(), number);
        }
        long rest = file.size() - lines.position();
        if (check.good() && rest > 0) {
            check.bad(
                    segment,
                    number + 1,
                    newest && rest < AuditLine.MOST_BYTES ? Fault.TORN : Fault.SHAPE,
                    "%d bytes at the end of the file are no whole entry".formatted(rest));
        }
    }

    private Optional<byte[]> next(ForwardLines lines, boolean newest) throws IOException {
        var next = lines.next();
        for (int tries = 0;
                newest && next.isEmpty() && file.size() > lines.position() && tries < PATIENCE;
                tries++) {
            Thread.onSpinWait();
            next = lines.next();
        }
        return next;
    }

    private void one(byte[] bytes, long number) {
        try {
            check.line(segment, number, AuditLine.read(bytes));
        } catch (MalformedEntry e) {
            check.bad(segment, number, Fault.SHAPE, "the line is no entry: " + e.why());
        }
    }
}
