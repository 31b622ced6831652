package daemoneye.rpc.client.audit.disk;

import daemoneye.rpc.client.audit.format.AuditLine;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// The lines of a file from some place on. For one thread.
public final class ForwardLines {
    private static final int CHUNK = 256 * 1024;
    private final AuditFile file;
    private byte[] chunk = new byte[0];
    private long chunkAt;
    private int used;

    public ForwardLines(AuditFile file, long from) {
        this.file = file;
        this.chunkAt = from;
    }

    /// The next whole line, with its end; empty if there is no other, or only the beginning of one,
    /// or if what follows is too long to be one.
    public Optional<byte[]> next() throws IOException {
        int end = endOfLine(used);
        if (end < 0) {
            refill();
            end = endOfLine(0);
        }
        if (end < 0) {
            return Optional.empty();
        }
        var line = Arrays.copyOfRange(chunk, used, end + 1);
        used = end + 1;
        return Optional.of(line);
    }

    /// How far the lines returned reach into the file.
    public long position() {
        return chunkAt + used;
    }

    private void refill() throws IOException {
        chunkAt += used;
        chunk = file.read(chunkAt, CHUNK);
        used = 0;
    }

    private int endOfLine(int from) {
        int most = Math.min(chunk.length, from + AuditLine.MOST_BYTES);
        for (int at = from; at < most; at++) {
            if (chunk[at] == '\n') {
                return at;
            }
        }
        return -1;
    }
}
