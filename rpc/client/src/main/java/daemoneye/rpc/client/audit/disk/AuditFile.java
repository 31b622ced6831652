package daemoneye.rpc.client.audit.disk;

import java.io.Closeable;
import java.io.IOException;

/// One file. For one thread at a time.
public interface AuditFile extends Closeable {
    long size() throws IOException;

    /// @return the bytes from `position` on; fewer than asked for at the end of the file
    byte[] read(long position, int length) throws IOException;

    /// Writes all of it; after a failure any part of it may be there.
    void write(long position, byte[] bytes) throws IOException;

    /// When it returns, everything written outlives a loss of power.
    void force() throws IOException;

    void truncate(long size) throws IOException;

    /// Whether the file is still what its name stands for: one that was removed can be written as
    /// if nothing had happened.
    boolean isStillThere();
}
