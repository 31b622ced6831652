package daemoneye.rpc.collector.procmond;

import daemoneye.rpc.collector.machine.KernelUnits;

import java.util.Optional;
import java.util.StringTokenizer;

/// Reads `/proc/PID/stat`: `pid (name) state ppid …`. The name may itself hold spaces and brackets,
/// so the last bracket counts. Numbers of fields are those of proc(5).
final class StatLine {
    private static final int PARENT = 4;
    private static final int USER_TICKS = 14;
    private static final int SYSTEM_TICKS = 15;
    private static final int THREADS = 20;
    private static final int STARTED = 22;
    private static final int RESIDENT_PAGES = 24;
    private static final int FIRST_AFTER_NAME = 3;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final KernelUnits units;

    StatLine(KernelUnits units) {
        this.units = units;
    }

    /// Empty if `line` is not of that form.
    Optional<ProcessSample> parse(String line) {
        int open = line.indexOf('(');
        int close = line.lastIndexOf(')');
        if (open < 2 || close < open) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(line.substring(0, open - 1));
            var fields = fields(line.substring(close + 1));
            return Optional.of(sample(pid, line.substring(open + 1, close), fields));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private ProcessSample sample(long pid, String name, long[] fields) {
        long ticks = fields[USER_TICKS] + fields[SYSTEM_TICKS];
        return new ProcessSample(
                pid,
                fields[PARENT],
                fields[STARTED],
                name,
                (int) fields[THREADS],
                ticks * (NANOS_PER_SECOND / units.ticksPerSecond()),
                fields[RESIDENT_PAGES] * units.pageBytes());
    }

    private static long[] fields(String rest) {
        var tokens = new StringTokenizer(rest);
        var fields = new long[RESIDENT_PAGES + 1];
        if (tokens.countTokens() <= RESIDENT_PAGES - FIRST_AFTER_NAME) {
            throw new IllegalArgumentException("too few fields");
        }
        tokens.nextToken(); // the state, a letter
        for (int at = PARENT; at < fields.length; at++) {
            fields[at] = Long.parseLong(tokens.nextToken());
        }
        return fields;
    }
}
