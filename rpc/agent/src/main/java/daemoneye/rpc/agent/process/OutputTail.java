package daemoneye.rpc.agent.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import daemoneye.rpc.protocol.state.LastExit;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// Keeps the last lines of what a process prints: at most [LastExit#MAX_LINES] of at most
/// [#MAX_CHARACTERS] each, whatever it prints. Bytes that are no UTF-8 become U+FFFD; control and
/// invisible formatting characters are removed, so that the lines can be shown anywhere. Empty
/// lines are left out. Safe from any thread.
final class OutputTail {
    /// Most characters of a line that are kept; the rest of the line is read and forgotten. Room
    /// for the names of all capabilities of Linux, which a collector that lacks one tells.
    static final int MAX_CHARACTERS = 1_000;

    private static final int CHUNK = 1024;

    private final ArrayDeque<String> lines = new ArrayDeque<>();
    private final StringBuilder line = new StringBuilder();

    /// Reads until the end of the stream, or until the stream fails.
    void drain(InputStream output) {
        var chunk = new char[CHUNK];
        try (var reader = new InputStreamReader(output, UTF_8)) {
            for (int read = reader.read(chunk); read >= 0; read = reader.read(chunk)) {
                append(chunk, read);
            }
        } catch (IOException _) {
            // The process is gone; what it printed before is kept.
        }
    }

    /// The lines so far, oldest first, an unfinished one included.
    synchronized List<String> lines() {
        var all = new ArrayList<>(lines);
        if (!line.isEmpty()) {
            all.add(line.toString());
        }
        return List.copyOf(all.subList(Math.max(0, all.size() - LastExit.MAX_LINES), all.size()));
    }

    private synchronized void append(char[] chunk, int length) {
        for (int at = 0; at < length; at++) {
            append(chunk[at]);
        }
    }

    private void append(char next) {
        if (next == '\n' || next == '\r') {
            finishLine();
        } else if (next == '\t') {
            keep(' ');
        } else if (isVisible(next)) {
            keep(next);
        }
    }

    private void keep(char next) {
        boolean room = line.length() < MAX_CHARACTERS;
        boolean splitsPair = line.length() == MAX_CHARACTERS - 1 && Character.isHighSurrogate(next);
        boolean halfOnly =
                Character.isLowSurrogate(next)
                        && (line.isEmpty()
                                || !Character.isHighSurrogate(line.charAt(line.length() - 1)));
        if (room && !splitsPair && !halfOnly) {
            line.append(next);
        }
    }

    private void finishLine() {
        if (!line.toString().isBlank()) {
            lines.addLast(line.toString());
        }
        if (lines.size() > LastExit.MAX_LINES) {
            lines.removeFirst();
        }
        line.setLength(0);
    }

    private static boolean isVisible(char next) {
        return switch (Character.getType(next)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
