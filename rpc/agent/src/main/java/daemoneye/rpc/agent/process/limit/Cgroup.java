package daemoneye.rpc.agent.process.limit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One control group that we made.
///
/// @param controllers those that work in it
record Cgroup(Path folder, List<String> controllers) {
    Cgroup {
        controllers = List.copyOf(controllers);
    }

    void take(long pid) throws IOException {
        Files.writeString(folder.resolve("cgroup.procs"), Long.toString(pid));
    }

    /// Sets a limit, e.g. `memory.max`.
    void set(String knob, String value) throws IOException {
        Files.writeString(folder.resolve(knob), value);
    }

    /// Removes it.
    ///
    /// @return false while a process is in it
    boolean remove() {
        try {
            return Files.deleteIfExists(folder) || !Files.exists(folder);
        } catch (IOException _) {
            return false;
        }
    }
}
