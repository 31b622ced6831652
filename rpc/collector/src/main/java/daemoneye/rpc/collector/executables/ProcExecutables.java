package daemoneye.rpc.collector.executables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Through `/proc/PID/exe`, which leads to the very file that runs even when it was deleted.
final class ProcExecutables implements ExecutableSource {
    private static final String DELETED = " (deleted)";

    @Override
    public Optional<Executable> of(long pid) {
        var link = Path.of("/proc", Long.toString(pid), "exe");
        try {
            var text = Files.readSymbolicLink(link).toString();
            var path =
                    text.endsWith(DELETED)
                            ? text.substring(0, text.length() - DELETED.length())
                            : text;
            return Optional.of(new Executable(Path.of(path), link, FileIdentity.at(link)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
