package daemoneye.rpc.client.audit.fake;

import daemoneye.rpc.client.audit.disk.AuditDisk;
import daemoneye.rpc.client.audit.disk.AuditFile;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A disk in memory. Counts every step that changes it, and can fail from a step on: because it is
/// full, because it is broken, or because the power is gone, in the middle of a write. What was not
/// forced is lost with the power; some of it may have reached the disk.
public final class LossyDisk implements AuditDisk {
    private final Map<String, LossyFile> files = new TreeMap<>();
    private final Set<String> held = new HashSet<>();
    private long steps;
    private long powerEndsAt = Long.MAX_VALUE;
    private long space = Long.MAX_VALUE;
    private boolean broken;
    private int generation;
    private long forces;

    /// The power goes at the n-th change from now on; that change is torn.
    public synchronized void powerEndsAfter(long changes) {
        powerEndsAt = steps + changes;
    }

    /// Bytes that can be added before the disk is full.
    public synchronized void space(long bytes) {
        space = bytes;
    }

    /// Every change fails with an I/O error from now on, or none does.
    public synchronized void broken(boolean isBroken) {
        broken = isBroken;
    }

    /// The machine starts again: unforced bytes are gone, but for the first `lucky` of each file.
    public synchronized void powerReturns(int lucky) {
        files.values().forEach(file -> file.losePower(lucky));
        powerEndsAt = Long.MAX_VALUE;
        processEnds();
    }

    /// The process is gone, the machine is not: files stay as they are, holds are free.
    public synchronized void processEnds() {
        held.clear();
        generation++;
    }

    /// Somebody removes everything.
    public synchronized void removeAll() {
        files.values().forEach(file -> file.removed = true);
        files.clear();
    }

    /// Changes until now.
    public synchronized long steps() {
        return steps;
    }

    /// Forces of files until now.
    public synchronized long forces() {
        return forces;
    }

    /// The bytes of a file as a reader sees them.
    public synchronized byte[] content(String name) {
        return files.get(name).bytes();
    }

    /// Writes past everything, as somebody with an editor does.
    public synchronized void replace(String name, byte[] content) {
        var file = new LossyFile(this);
        file.set(content);
        files.put(name, file);
    }

    @Override
    public synchronized void prepare() throws IOException {
        if (broken) {
            throw new IOException("Input/output error");
        }
    }

    @Override
    public synchronized AuditFile open(String name) throws IOException {
        if (!files.containsKey(name)) {
            step();
            files.put(name, new LossyFile(this));
        }
        return files.get(name);
    }

    @Override
    public synchronized AuditFile openToRead(String name) throws IOException {
        var file = files.get(name);
        if (file == null) {
            throw new FileNotFoundException(name);
        }
        return file;
    }

    @Override
    public synchronized List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        step();
        files.remove(name);
    }

    @Override
    public synchronized Hold hold(String name) throws IOException {
        var file = open(name);
        if (!held.add(name)) {
            throw new IOException("another process writes this log: it holds " + name);
        }
        int mine = generation;
        return new Hold() {
            @Override
            public boolean isStillThere() {
                return mine == generation && file.isStillThere();
            }

            @Override
            public void close() {
                if (mine == generation) {
                    held.remove(name);
                }
            }
        };
    }

    /// @return how many bytes of a write get through
    synchronized int write(int bytes, long growth) throws IOException {
        if (++steps > powerEndsAt) {
            return steps == powerEndsAt + 1 ? bytes / 2 : 0;
        }
        if (broken) {
            return 0;
        }
        if (growth > space) {
            long fits = space;
            space = 0;
            return (int) Math.max(0, bytes - growth + fits);
        }
        space -= growth;
        return bytes;
    }

    synchronized void step() throws IOException {
        if (++steps > powerEndsAt || broken) {
            throw new IOException(broken ? "Input/output error" : "the power is gone");
        }
    }

    synchronized void forced() throws IOException {
        step();
        forces++;
    }

    synchronized String fault() {
        if (steps > powerEndsAt) {
            return "the power is gone";
        }
        return broken ? "Input/output error" : "No space left on device";
    }
}
