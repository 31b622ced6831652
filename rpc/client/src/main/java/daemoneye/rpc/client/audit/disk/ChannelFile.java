package daemoneye.rpc.client.audit.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Optional;

/// A file of the operating system.
final class ChannelFile implements AuditFile {
    private final Path path;
    private final FileChannel channel;
    private final Optional<Object> key;

    ChannelFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
        this.key = key(path);
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public byte[] read(long position, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
            // until it is full or the file ends
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    @Override
    public void write(long position, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer, position + buffer.position());
        }
    }

    @Override
    public void force() throws IOException {
        // The size must be on disk, too; the time stamps need not.
        channel.force(false);
    }

    @Override
    public void truncate(long size) throws IOException {
        channel.truncate(size);
    }

    @Override
    public boolean isStillThere() {
        try {
            return channel.isOpen() && keyOf(path).equals(key);
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static Optional<Object> key(Path path) {
        try {
            return keyOf(path);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    // Where the system has no such key (Windows), an open file cannot be replaced by another.
    private static Optional<Object> keyOf(Path path) throws IOException {
        return Optional.ofNullable(Files.readAttributes(path, BasicFileAttributes.class).fileKey());
    }
}
