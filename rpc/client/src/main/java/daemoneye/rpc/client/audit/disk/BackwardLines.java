package daemoneye.rpc.client.audit.disk;

import daemoneye.rpc.client.audit.format.AuditLine;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// The whole lines of a file from its end to its beginning. For one thread.
public final class BackwardLines {
    private static final int CHUNK = 64 * 1024;
    private final AuditFile file;
    private byte[] buffer = new byte[0];
    private long bufferAt;
    private int end;

    /// Begins behind the last whole line; what was begun after it is passed over.
    public BackwardLines(AuditFile file) throws IOException {
        this.file = file;
        this.bufferAt = file.size();
        skipUnfinished();
    }

    /// The line before, with its end; empty at the beginning of the file, or if what comes before
    /// is too long to be a line.
    public Optional<byte[]> previous() throws IOException {
        if (end == 0 && bufferAt == 0) {
            return Optional.empty();
        }
        int before = newlineBefore(end - 1);
        while (before < 0 && bufferAt > 0) {
            if (end > AuditLine.MOST_BYTES) {
                return Optional.empty();
            }
            extend();
            before = newlineBefore(end - 1);
        }
        var line = Arrays.copyOfRange(buffer, before + 1, end);
        end = before + 1;
        return Optional.of(line);
    }

    /// Bytes of the file that have not been looked at.
    public long left() {
        return bufferAt + end;
    }

    private void skipUnfinished() throws IOException {
        int last = newlineBefore(end);
        while (last < 0 && bufferAt > 0 && end <= AuditLine.MOST_BYTES) {
            extend();
            last = newlineBefore(end);
        }
        end = last + 1;
        if (last < 0) {
            bufferAt = 0;
        }
    }

    private void extend() throws IOException {
        int more = (int) Math.min(CHUNK, bufferAt);
        var front = file.read(bufferAt - more, more);
        var joined = Arrays.copyOf(front, more + end);
        System.arraycopy(buffer, 0, joined, more, end);
        buffer = joined;
        bufferAt -= more;
        end += more;
    }

    private int newlineBefore(int from) {
        for (int at = from - 1; at >= 0; at--) {
            if (buffer[at] == '\n') {
                return at;
            }
        }
        return -1;
    }
}
