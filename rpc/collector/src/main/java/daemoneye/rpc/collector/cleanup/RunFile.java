package daemoneye.rpc.collector.cleanup;

import java.io.IOException;
import java.nio.file.Path;

/// Keeps what a life of a collector came to, for whoever asks later.
@FunctionalInterface
public interface RunFile {
    /// @param reason why it ended
    /// @return where it is now
    Path save(String reason) throws IOException;
}
