package daemoneye.rpc.collector.netmond;

import daemoneye.rpc.collector.machine.ProcFile;

import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/// Sockets and interfaces from `/proc/net`.
final class LinuxNetwork implements NetworkSource {
    /// 20,000 lines of 150 characters, and some more to count.
    private static final int MOST_FILE_BYTES = 4 * 1024 * 1024;

    private static final int RECEIVED_BYTES = 0;
    private static final int RECEIVED_PACKETS = 1;
    private static final int RECEIVED_ERRORS = 2;
    private static final int RECEIVED_DROPS = 3;
    private static final int SENT_BYTES = 8;
    private static final int SENT_PACKETS = 9;
    private static final int SENT_ERRORS = 10;
    private static final int SENT_DROPS = 11;
    private static final int HEADER_LINES = 2;

    private final ProcFile file = new ProcFile(MOST_FILE_BYTES);

    @Override
    public SocketTable sockets() throws IOException {
        var found = new ArrayList<SocketEntry>();
        int skipped = 0;
        for (var protocol : Protocol.values()) {
            skipped += add(protocol, found);
        }
        return new SocketTable(found, skipped);
    }

    private int add(Protocol protocol, List<SocketEntry> found) throws IOException {
        int skipped = 0;
        for (var line : tableOf(protocol)) {
            if (found.size() >= MOST_SOCKETS) {
                skipped++;
            } else {
                SocketLine.parse(protocol, line).ifPresent(found::add);
            }
        }
        return skipped;
    }

    private String[] tableOf(Protocol protocol) throws IOException {
        try {
            return file.lines("/proc/net/" + protocol.wireName());
        } catch (NoSuchFileException e) {
            return new String[0]; // a kernel without IPv6 has no such table
        }
    }

    @Override
    public List<InterfaceCounters> interfaces() throws IOException {
        var lines = file.lines("/proc/net/dev");
        var found = new ArrayList<InterfaceCounters>();
        for (int at = HEADER_LINES; at < lines.length; at++) {
            int colon = lines[at].indexOf(':');
            if (colon > 0) {
                var name = lines[at].substring(0, colon).strip();
                found.add(counters(name, numbers(lines[at].substring(colon + 1))));
            }
        }
        return found;
    }

    private InterfaceCounters counters(String name, long[] n) throws IOException {
        return new InterfaceCounters(
                name,
                isUp(name),
                n[RECEIVED_BYTES],
                n[SENT_BYTES],
                n[RECEIVED_PACKETS],
                n[SENT_PACKETS],
                n[RECEIVED_ERRORS] + n[SENT_ERRORS],
                n[RECEIVED_DROPS] + n[SENT_DROPS]);
    }

    private boolean isUp(String name) {
        var path = "/sys/class/net/" + name + "/flags";
        try {
            var flags = file.read(path).strip();
            return (Integer.decode(flags) & 1) != 0; // IFF_UP
        } catch (IOException | NumberFormatException e) {
            return !new File("/sys/class/net").exists(); // cannot tell: counted as up
        }
    }

    private static long[] numbers(String text) throws IOException {
        var tokens = new StringTokenizer(text);
        var numbers = new long[tokens.countTokens()];
        try {
            for (int at = 0; at < numbers.length; at++) {
                numbers[at] = Long.parseLong(tokens.nextToken());
            }
        } catch (NumberFormatException e) {
            throw new IOException("/proc/net/dev has an odd line: " + text.strip(), e);
        }
        if (numbers.length <= SENT_DROPS) {
            throw new IOException("/proc/net/dev has a short line: " + text.strip());
        }
        return numbers;
    }
}
