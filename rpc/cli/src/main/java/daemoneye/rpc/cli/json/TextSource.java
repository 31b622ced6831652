package daemoneye.rpc.cli.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Where text comes from: the command line, a file (`@file`) or a pipe (`-`).
public final class TextSource {
    /// More than a frame holds can never be sent.
    static final int MAX_BYTES = 1 << 20;

    private TextSource() {}

    /// @throws BadJson with a sentence, if the file or the pipe cannot be read or is too long
    public static String text(String given, InputStream pipe) throws BadJson {
        if (given.equals("-")) {
            return ofPipe(pipe);
        }
        return given.startsWith("@") ? ofFile(given.substring(1)) : given;
    }

    /// @param name of a file, or `-` for the pipe
    /// @throws BadJson with a sentence, if it cannot be read or is too long
    public static String ofFile(String name, InputStream pipe) throws BadJson {
        return name.equals("-") ? ofPipe(pipe) : ofFile(name);
    }

    private static String ofPipe(InputStream pipe) throws BadJson {
        try {
            return bounded("standard input", pipe);
        } catch (IOException e) {
            throw new BadJson("standard input cannot be read: " + e.getMessage());
        }
    }

    private static String ofFile(String name) throws BadJson {
        try (var file = Files.newInputStream(Path.of(name))) {
            return bounded("the file " + name, file);
        } catch (NoSuchFileException e) {
            throw new BadJson("there is no file " + name);
        } catch (AccessDeniedException e) {
            throw new BadJson("the file " + name + " may not be read: ask for the right to");
        } catch (IOException | InvalidPathException e) {
            throw new BadJson("the file " + name + " cannot be read: " + e.getMessage());
        }
    }

    private static String bounded(String what, InputStream from) throws IOException, BadJson {
        var bytes = from.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new BadJson(what + " is longer than 1 MiB, the most that can be sent");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
