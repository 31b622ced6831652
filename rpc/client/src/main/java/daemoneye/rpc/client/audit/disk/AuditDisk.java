package daemoneye.rpc.client.audit.disk;

import java.io.IOException;
import java.util.List;

/// The folder that holds audit logs. Every failure is an [IOException] with a sentence.
public interface AuditDisk {
    /// Makes the folder if it is missing, for its owner alone.
    void prepare() throws IOException;

    /// Opens a file for writing and reading; makes it if it is missing, in a way that outlives a
    /// loss of power.
    AuditFile open(String name) throws IOException;

    /// Opens a file that is there, for reading alone.
    AuditFile openToRead(String name) throws IOException;

    /// The files that are there; none if there is no folder.
    List<String> names() throws IOException;

    /// Removes a file if it is there.
    void delete(String name) throws IOException;

    /// Takes a name for this process alone, until the hold is closed or the process is gone.
    ///
    /// @throws IOException if another one has it
    Hold hold(String name) throws IOException;

    /// A name that is taken.
    interface Hold extends AutoCloseable {
        /// Whether the file behind it is the one that was taken.
        boolean isStillThere();

        @Override
        void close() throws IOException;
    }
}
