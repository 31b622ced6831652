package daemoneye.rpc.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Where our output goes.
///
/// @param out whether a person sees standard output
/// @param err whether a person sees standard error
/// @param colours whether colours are wanted on a terminal
/// @param always whether they are wanted wherever output goes
public record Terminal(boolean out, boolean err, boolean colours, boolean always) {
    /// Pipes and files: no colours, no progress, no repainting.
    public static final Terminal NONE = new Terminal(false, false, false);

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    /// Of this process. Colours are off with `NO_COLOR` (whatever it says) and on a dumb terminal.
    public static Terminal of(Map<String, String> environment) {
        boolean colours =
                environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !environment.getOrDefault("TERM", "").equals("dumb");
        return new Terminal(isTerminal("1"), isTerminal("2"), colours);
    }

    /// Colours on a terminal only.
    public Terminal(boolean out, boolean err, boolean colours) {
        this(out, err, colours, false);
    }

    /// The same, as somebody wants it.
    public Terminal with(Colours choice) {
        return switch (choice) {
            case AUTO -> this;
            case ALWAYS -> new Terminal(out, err, true, true);
            case NEVER -> new Terminal(out, err, false, false);
        };
    }

    /// Colours for standard output.
    public Paint outPaint() {
        return new Paint(always || (out && colours));
    }

    /// Colours for standard error.
    public Paint errPaint() {
        return new Paint(always || (err && colours));
    }

    // Null again since Java 25 if there is no terminal, whatever Error Prone knows of Java 22.
    // A look at the file is far quicker than a call into the C library would be at start-up.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal(String descriptor) {
        if (!Files.isDirectory(DESCRIPTORS)) {
            var console = System.console();
            return console != null && console.isTerminal();
        }
        try {
            var file = Files.readSymbolicLink(DESCRIPTORS.resolve(descriptor)).toString();
            return file.startsWith("/dev/pts/") || file.startsWith("/dev/tty");
        } catch (IOException e) {
            return false;
        }
    }
}
