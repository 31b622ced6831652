package daemoneye.rpc.cli.run;

import daemoneye.rpc.protocol.error.ErrorCategory;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/// A file that a command is to write: whole or not at all.
///
/// @param path absolute
/// @param force whether one that is there is replaced
public record OutFile(Path path, boolean force) {
    private static final String NOT_WRITTEN = "FILE_NOT_WRITTEN";

    public OutFile {
        path = path.toAbsolutePath().normalize();
    }

    /// Before anybody is asked: a wait for nothing is the worst answer.
    ///
    /// @throws ParameterException with a sentence, if no file can or should be made there
    public void check(CommandLine command) {
        var folder = path.getParent();
        if (folder == null || Files.isDirectory(path)) {
            throw new ParameterException(command, "%s is a folder: name a file".formatted(path));
        }
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(command, "there is no folder %s".formatted(folder));
        }
        if (!force && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new ParameterException(
                    command,
                    "%s is there already: name another file, or say --force".formatted(path));
        }
    }

    /// @throws CommandFailure with the system's reason; what was there stays
    public void write(byte[] content) {
        var fresh =
                path.resolveSibling(
                        "." + path.getFileName() + "." + ProcessHandle.current().pid() + ".new");
        try {
            try {
                fill(fresh, content);
                Files.move(
                        fresh,
                        path,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static void fill(Path fresh, byte[] content) throws IOException {
        try (var channel =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            var rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /// Why it was not written.
    public CommandFailure failure(IOException fault) {
        return new CommandFailure(
                new RpcError(
                        NOT_WRITTEN,
                        "%s cannot be written: %s".formatted(path, reason(fault)),
                        Map.of(),
                        ErrorCategory.RESOURCE,
                        ExecutionCertainty.NOT_EXECUTED));
    }

    private static String reason(IOException fault) {
        return switch (fault) {
            case AccessDeniedException _ -> "you have no right to write there";
            case NoSuchFileException _ -> "no file can be made there";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            default -> String.valueOf(fault.getMessage());
        };
    }
}
