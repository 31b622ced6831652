package daemoneye.rpc.client.audit.fake;

import daemoneye.rpc.client.audit.disk.AuditFile;

import java.io.IOException;
import java.util.Arrays;

/// One file of a [LossyDisk]: what a reader sees, and what is surely on disk.
final class LossyFile implements AuditFile {
    private final LossyDisk disk;
    private byte[] seen = new byte[0];
    private byte[] safe = new byte[0];
    volatile boolean removed;

    LossyFile(LossyDisk disk) {
        this.disk = disk;
    }

    synchronized byte[] bytes() {
        return seen.clone();
    }

    synchronized void set(byte[] content) {
        seen = content.clone();
        safe = content.clone();
    }

    /// Some bytes behind what is safe may have been written by the system of its own accord.
    synchronized void losePower(int lucky) {
        int kept = Math.min(seen.length, safe.length + lucky);
        var left = Arrays.copyOf(seen, Math.max(kept, safe.length));
        System.arraycopy(safe, 0, left, 0, safe.length);
        set(left);
    }

    @Override
    public synchronized long size() {
        return seen.length;
    }

    @Override
    public synchronized byte[] read(long position, int length) {
        int from = (int) Math.min(position, seen.length);
        return Arrays.copyOfRange(seen, from, Math.min(seen.length, from + length));
    }

    @Override
    public synchronized void write(long position, byte[] bytes) throws IOException {
        long growth = Math.max(0, position + bytes.length - seen.length);
        int through = disk.write(bytes.length, growth);
        int end = (int) position + through;
        if (through > 0) {
            seen = Arrays.copyOf(seen, Math.max(seen.length, end));
            System.arraycopy(bytes, 0, seen, (int) position, through);
        }
        if (through < bytes.length) {
            throw new IOException(disk.fault());
        }
    }

    @Override
    public synchronized void force() throws IOException {
        disk.forced();
        safe = seen.clone();
    }

    @Override
    public synchronized void truncate(long size) throws IOException {
        disk.step();
        seen = Arrays.copyOf(seen, (int) Math.min(size, seen.length));
        // The system may or may not have done it by the time the power goes; here it has.
        safe = Arrays.copyOf(safe, Math.min(safe.length, seen.length));
    }

    @Override
    public boolean isStillThere() {
        return !removed;
    }

    @Override
    public void close() {}
}
