package daemoneye.rpc.collector.health;

import daemoneye.rpc.collector.machine.KernelUnits;
import daemoneye.rpc.collector.machine.Oshi;
import daemoneye.rpc.collector.machine.Platform;
import daemoneye.rpc.collector.machine.ProcFile;

import java.io.IOException;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.StringTokenizer;

/// What this process costs, as the system counts it. Not for several threads.
///
/// On Linux two small files tell it. Java's own handle of a process would read the user database
/// and the whole command line as well, at each beat.
public final class ProcessUse implements OwnUse {
    private static final double BYTES_PER_MB = 1024.0 * 1024.0;
    private static final int MOST_BYTES = 64 * 1024;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    // Counted from 0 behind the name, as proc(5) has them from 3 on.
    private static final int USER_TICKS = 14 - 3;

    private final ProcFile file = new ProcFile(MOST_BYTES);
    private final Optional<KernelUnits> units = units();

    /// In steps of 10 ms on Linux.
    @Override
    public Duration cpuTime() {
        return units.isPresent() ? fromStat(units.get()) : fromHandle();
    }

    @Override
    public OptionalDouble residentMb() {
        return units.isPresent() ? fromStatm(units.get()) : fromOshi();
    }

    private static Optional<KernelUnits> units() {
        try {
            return Platform.hasProc() ? Optional.of(KernelUnits.read()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Duration fromStat(KernelUnits kernel) {
        try {
            var line = file.read("/proc/self/stat");
            var fields = after(line.substring(line.lastIndexOf(')') + 1), USER_TICKS);
            long ticks = Long.parseLong(fields.nextToken()) + Long.parseLong(fields.nextToken());
            return Duration.ofNanos(ticks * (NANOS_PER_SECOND / kernel.ticksPerSecond()));
        } catch (IOException | NumberFormatException | NoSuchElementException e) {
            return Duration.ZERO;
        }
    }

    private static Duration fromHandle() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private OptionalDouble fromStatm(KernelUnits kernel) {
        try {
            var fields = after(file.read("/proc/self/statm"), 1);
            long pages = Long.parseLong(fields.nextToken());
            return OptionalDouble.of(pages * kernel.pageBytes() / BYTES_PER_MB);
        } catch (IOException | NumberFormatException | NoSuchElementException e) {
            return OptionalDouble.empty();
        }
    }

    private static StringTokenizer after(String line, int fields) {
        var tokens = new StringTokenizer(line);
        for (int passed = 0; passed < fields; passed++) {
            tokens.nextToken();
        }
        return tokens;
    }

    private static OptionalDouble fromOshi() {
        var own = Oshi.system().getCurrentProcess();
        return OptionalDouble.of(own.getResidentMemory() / BYTES_PER_MB);
    }
}
