package daemoneye.rpc.collector.executables;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// Through the JDK, for systems without `/proc`: the file at the path, which may no longer be the
/// one that runs.
final class HandleExecutables implements ExecutableSource {
    @Override
    public Optional<Executable> of(long pid) {
        return ProcessHandle.of(pid).flatMap(each -> each.info().command()).flatMap(this::at);
    }

    private Optional<Executable> at(String command) {
        try {
            var path = Path.of(command);
            return Optional.of(new Executable(path, path, FileIdentity.at(path)));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
