package daemoneye.rpc.collector.gather;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/// Says in plain words why something could not be read.
public final class Reasons {
    private Reasons() {}

    /// One sentence, e.g. "no permission to read /x: run as its owner or leave it out".
    public static String of(IOException fault) {
        var message = Objects.requireNonNullElse(fault.getMessage(), fault.getClass().getName());
        return switch (fault) {
            case AccessDeniedException denied ->
                    "no permission to read %s: run as its owner or leave it out"
                            .formatted(denied.getFile());
            case NoSuchFileException missing -> missing.getFile() + " does not exist";
            case NotDirectoryException other -> other.getFile() + " is not a folder";
            default -> message;
        };
    }
}
