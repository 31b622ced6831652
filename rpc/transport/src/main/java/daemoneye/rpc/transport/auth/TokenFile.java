package daemoneye.rpc.transport.auth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A file of tokens, one a line; empty lines and those that begin with `#` are skipped. A broker
/// has one with all of its tokens, a client one with its own. Only its owner may read it (0600).
///
/// Every method blocks for a moment, and throws [IOException] with a sentence that says what to do
/// and never holds a secret.
public final class TokenFile {
    /// Most bytes: thousands of tokens.
    public static final int MAX_BYTES = 256 * 1024;

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNERS =
            PosixFilePermissions.fromString("rwx------");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private TokenFile() {}

    /// All tokens of a file; at least one, no name twice.
    public static List<Token> read(Path file) throws IOException {
        refuseOpen(file);
        var tokens = new ArrayList<Token>();
        var names = new HashSet<String>();
        int number = 0;
        for (var line : text(file).lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var token = parsed(file, number, line);
            if (!names.add(token.name())) {
                throw new IOException(
                        "Line %d of %s names %s a second time: remove one of the two."
                                .formatted(number, file, token.name()));
            }
            tokens.add(token);
        }
        if (tokens.isEmpty()) {
            throw new IOException(
                    "There is no token in %s: make one with daemoneye token new.".formatted(file));
        }
        return List.copyOf(tokens);
    }

    /// The one token of a client's file.
    public static Token readOwn(Path file) throws IOException {
        var tokens = read(file);
        if (tokens.size() > 1) {
            throw new IOException(
                    "There are %d tokens in %s, and a client has one: give it a file of its own."
                            .formatted(tokens.size(), file));
        }
        return tokens.getFirst();
    }

    /// Adds a token; makes the file, for its owner only, if it is missing.
    public static void add(Path file, Token token) throws IOException {
        if (!Files.exists(file)) {
            make(file);
        }
        refuseOpen(file);
        var before = text(file);
        if (names(before).contains(token.name())) {
            throw new IOException(
                    "There is a token %s in %s already: remove its line, or choose a name."
                            .formatted(token.name(), file));
        }
        // Editors may leave the last line without its end.
        var end = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
        Files.writeString(file, end + token.line() + "\n", StandardOpenOption.APPEND);
    }

    /// Writes a client's file, which must not be there yet.
    public static void writeOwn(Path file, Token token) throws IOException {
        if (Files.exists(file)) {
            throw new IOException(file + " is there already: choose another file.");
        }
        make(file);
        Files.writeString(file, token.line() + "\n", StandardOpenOption.APPEND);
    }

    private static Set<String> names(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> SPACE.split(line.strip(), -1)[0])
                .collect(Collectors.toSet());
    }

    private static Token parsed(Path file, int number, String line) throws IOException {
        try {
            return Token.parse(line);
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    "Line %d of %s is no token: %s.".formatted(number, file, e.getMessage()), e);
        }
    }

    private static String text(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException(
                        "%s is larger than %d bytes: is it a file of tokens?"
                                .formatted(file, MAX_BYTES));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static void refuseOpen(Path file) throws IOException {
        try {
            var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            if (view != null && !OWNERS.containsAll(view.readAttributes().permissions())) {
                throw new IOException(
                        "Others may read %s, and so use its tokens: run chmod 600 on it."
                                .formatted(file));
            }
        } catch (NoSuchFileException e) {
            throw new IOException(
                    "There is no file %s: make one with daemoneye token new.".formatted(file), e);
        }
    }

    private static void make(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null
                && Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } else {
            Files.createFile(file);
        }
    }
}
