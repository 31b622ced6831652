package daemoneye.rpc.collector.fsmond;

import java.io.IOException;
import java.util.List;

/// Where the file systems are read. Used by one thread; may block on a dead network disk.
public interface FileSystemSource {
    /// Most file systems that are looked at.
    int MOST = 256;

    /// Those that hold files; views of the kernel (`/proc`, `/sys` …) are left out.
    List<FileSystemUse> read() throws IOException;
}
