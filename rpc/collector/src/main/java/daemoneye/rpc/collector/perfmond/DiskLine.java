package daemoneye.rpc.collector.perfmond;

import java.util.Optional;
import java.util.StringTokenizer;

/// Reads a line of `/proc/diskstats`: `major minor name reads merged sectors ms writes …`.
final class DiskLine {
    /// The kernel counts in these, whatever the disk's own sectors are.
    private static final long SECTOR_BYTES = 512;

    private static final int NUMBERS = 10;
    private static final int READS = 0;
    private static final int READ_SECTORS = 2;
    private static final int WRITES = 4;
    private static final int WRITTEN_SECTORS = 6;
    private static final int BUSY_MILLIS = 9;

    private DiskLine() {}

    /// Empty if the line is not of that form.
    static Optional<DiskCounters> parse(String line) {
        var tokens = new StringTokenizer(line);
        if (tokens.countTokens() < 3 + NUMBERS) {
            return Optional.empty();
        }
        tokens.nextToken();
        tokens.nextToken();
        var name = tokens.nextToken();
        var numbers = new long[NUMBERS];
        try {
            for (int at = 0; at < NUMBERS; at++) {
                numbers[at] = Long.parseLong(tokens.nextToken());
            }
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return Optional.of(
                new DiskCounters(
                        name,
                        numbers[READ_SECTORS] * SECTOR_BYTES,
                        numbers[WRITTEN_SECTORS] * SECTOR_BYTES,
                        numbers[READS],
                        numbers[WRITES],
                        numbers[BUSY_MILLIS]));
    }
}
