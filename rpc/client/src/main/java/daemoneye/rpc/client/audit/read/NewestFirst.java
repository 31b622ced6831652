package daemoneye.rpc.client.audit.read;

import daemoneye.rpc.client.audit.disk.AuditDisk;
import daemoneye.rpc.client.audit.disk.AuditFile;
import daemoneye.rpc.client.audit.disk.BackwardLines;
import daemoneye.rpc.client.audit.format.AuditEntry;
import daemoneye.rpc.client.audit.format.AuditLine;
import daemoneye.rpc.client.audit.format.MalformedEntry;
import daemoneye.rpc.client.audit.format.SegmentName;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The entries of one log from the newest to the oldest, through all its files. Hashes are not
/// looked at. For one thread; close it.
public final class NewestFirst implements Closeable {
    private final AuditDisk disk;
    private final String process;
    private final List<SegmentName> segments;
    private Optional<AuditFile> file = Optional.empty();
    private Optional<BackwardLines> lines = Optional.empty();
    private long bytes;
    private long unreadable;

    /// @throws IOException if the folder cannot be read
    public NewestFirst(AuditDisk disk, String process) throws IOException {
        this.disk = disk;
        this.process = process;
        this.segments = new ArrayList<>(SegmentName.of(process, disk.names()));
    }

    public String process() {
        return process;
    }

    /// Bytes that were read until now.
    public long bytes() {
        return bytes;
    }

    /// Lines that were no entries.
    public long unreadable() {
        return unreadable;
    }

    /// The next older entry; empty after the oldest one.
    public Optional<AuditEntry> next() throws IOException {
        for (var line = line(); line.isPresent(); line = line()) {
            bytes += line.get().length;
            try {
                return Optional.of(AuditLine.read(line.get()).entry());
            } catch (MalformedEntry _) {
                unreadable++;
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
            file = Optional.empty();
        }
    }

    private Optional<byte[]> line() throws IOException {
        var line = lines.isPresent() ? lines.get().previous() : Optional.<byte[]>empty();
        while (line.isEmpty() && !segments.isEmpty()) {
            close();
            var opened = disk.openToRead(segments.removeLast().fileName());
            file = Optional.of(opened);
            var older = new BackwardLines(opened);
            lines = Optional.of(older);
            line = older.previous();
        }
        return line;
    }
}
