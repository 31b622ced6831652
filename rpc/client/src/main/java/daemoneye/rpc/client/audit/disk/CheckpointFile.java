package daemoneye.rpc.client.audit.disk;

import daemoneye.rpc.client.audit.format.Checkpoint;
import daemoneye.rpc.client.audit.format.MalformedEntry;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;

/// The checkpoint beside a log: two places that are written by turns. For one thread.
public final class CheckpointFile implements Closeable {
    private final AuditFile file;
    private int place;

    private CheckpointFile(AuditFile file) {
        this.file = file;
    }

    /// Opens the one of a process to write it.
    public static CheckpointFile open(AuditDisk disk, String process) throws IOException {
        var file = disk.open(Checkpoint.fileName(process));
        var newest = new CheckpointFile(file);
        newest.place = slotOfOlder(file);
        return newest;
    }

    /// The newest one that is whole; empty if there is none.
    public static Optional<Checkpoint> read(AuditDisk disk, String process) throws IOException {
        var name = Checkpoint.fileName(process);
        if (!disk.names().contains(name)) {
            return Optional.empty();
        }
        try (var file = disk.openToRead(name)) {
            var found = new ArrayList<Checkpoint>();
            slot(file, 0).ifPresent(found::add);
            slot(file, 1).ifPresent(found::add);
            return found.stream().max(Comparator.comparingLong(Checkpoint::sequence));
        }
    }

    /// Written, but not forced.
    public void write(Checkpoint checkpoint) throws IOException {
        file.write((long) place * Checkpoint.SLOT, checkpoint.slot());
        place = 1 - place;
    }

    /// When it returns, the newest one outlives a loss of power.
    public void force() throws IOException {
        file.force();
    }

    public boolean isStillThere() {
        return file.isStillThere();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static int slotOfOlder(AuditFile file) throws IOException {
        long first = slot(file, 0).map(Checkpoint::sequence).orElse(-1L);
        long second = slot(file, 1).map(Checkpoint::sequence).orElse(-1L);
        return first <= second ? 0 : 1;
    }

    private static Optional<Checkpoint> slot(AuditFile file, int place) throws IOException {
        var bytes = file.read((long) place * Checkpoint.SLOT, Checkpoint.SLOT);
        try {
            return bytes.length < Checkpoint.SLOT
                    ? Optional.empty()
                    : Optional.of(Checkpoint.read(bytes));
        } catch (MalformedEntry _) {
            return Optional.empty();
        }
    }
}
