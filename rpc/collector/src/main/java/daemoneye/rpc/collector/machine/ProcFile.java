package daemoneye.rpc.collector.machine;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;

/// Reads the small text files by which Linux tells of itself, into one buffer that is used again:
/// hundreds of them are read every second. Not for several threads.
public final class ProcFile {
    private static final int FIRST_SIZE = 8 * 1024;

    private final int mostBytes;
    private byte[] buffer = new byte[FIRST_SIZE];

    /// @param mostBytes of one file; the rest is not read
    public ProcFile(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /// The text of a file, undecodable bytes replaced.
    ///
    /// @throws NoSuchFileException if it is not there, or no longer
    /// @throws AccessDeniedException if it may not be read
    public String read(String path) throws IOException {
        try (var in = new FileInputStream(path)) {
            int length = fill(in);
            return new String(buffer, 0, length, StandardCharsets.UTF_8);
        } catch (FileNotFoundException e) {
            throw refusal(path, e);
        }
    }

    /// The lines of a file.
    public String[] lines(String path) throws IOException {
        return read(path).split("\n", -1);
    }

    private int fill(FileInputStream in) throws IOException {
        int length = 0;
        while (true) {
            int count = in.read(buffer, length, buffer.length - length);
            if (count < 0) {
                return length;
            }
            length += count;
            if (length == buffer.length) {
                if (length >= mostBytes) {
                    return length;
                }
                buffer = Arrays.copyOf(buffer, Math.min(mostBytes, buffer.length * 2));
            }
        }
    }

    private static IOException refusal(String path, FileNotFoundException cause) {
        var better =
                new File(path).exists()
                        ? new AccessDeniedException(path)
                        : new NoSuchFileException(path);
        better.initCause(cause);
        return better;
    }
}
