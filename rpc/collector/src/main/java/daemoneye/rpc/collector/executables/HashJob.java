package daemoneye.rpc.collector.executables;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// One file on its way to a hash, a piece at a time. Holds no open file in between.
final class HashJob {
    private static final int PIECE_BYTES = 64 * 1024;

    private final Path content;
    private final FileIdentity identity;
    private final HashRule rule;
    private Optional<HashRule.Running> running = Optional.empty();
    private long done;

    HashJob(Path content, FileIdentity identity, HashRule rule) {
        this.content = content;
        this.identity = identity;
        this.rule = rule;
    }

    FileIdentity identity() {
        return identity;
    }

    long left() {
        return Math.max(0, identity.size() - done);
    }

    /// Reads on.
    ///
    /// @param most bytes that may be read now
    /// @return the hash if that was the end of it; empty if there is more
    /// @throws IOException if it cannot be read, or is another file by now
    Optional<String> step(long most, ByteBuffer buffer) throws IOException {
        if (!FileIdentity.at(content).equals(identity)) {
            throw new IOException(content + " has changed while it was hashed");
        }
        var hash = running.orElseGet(rule::begin);
        running = Optional.of(hash);
        long end = Math.min(identity.size(), done + most);
        try (var file = Files.newByteChannel(content)) {
            file.position(done);
            while (done < end) {
                buffer.clear().limit((int) Math.min(PIECE_BYTES, end - done));
                int read = file.read(buffer);
                if (read < 0) {
                    throw new IOException(content + " became shorter while it was hashed");
                }
                hash.update(buffer.flip());
                done += read;
            }
        }
        return done < identity.size() ? Optional.empty() : Optional.of(finish(hash));
    }

    private String finish(HashRule.Running hash) throws IOException {
        if (!FileIdentity.at(content).equals(identity)) {
            throw new IOException(content + " has changed while it was hashed");
        }
        return hash.finish();
    }

    static ByteBuffer buffer() {
        return ByteBuffer.allocate(PIECE_BYTES);
    }
}
