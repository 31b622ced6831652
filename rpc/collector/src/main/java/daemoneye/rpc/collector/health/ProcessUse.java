package daemoneye.rpc.collector.health;

import daemoneye.rpc.collector.machine.Oshi;
import daemoneye.rpc.collector.machine.Platform;
import daemoneye.rpc.collector.machine.ProcFile;

import java.io.IOException;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.StringTokenizer;

/// What this process costs, as the system counts it. Not for several threads.
public final class ProcessUse implements OwnUse {
    private static final double BYTES_PER_MB = 1024.0 * 1024.0;
    private static final double KIB_PER_MB = 1024.0;
    private static final int MOST_BYTES = 64 * 1024;
    private static final String RESIDENT = "VmRSS:";

    private final ProcFile file = new ProcFile(MOST_BYTES);
    private final boolean proc = Platform.hasProc();

    /// In steps of 10 ms on Linux.
    @Override
    public Duration cpuTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public OptionalDouble residentMb() {
        return proc ? fromStatus() : fromOshi();
    }

    private OptionalDouble fromStatus() {
        try {
            for (var line : file.lines("/proc/self/status")) {
                if (line.startsWith(RESIDENT)) {
                    var number = new StringTokenizer(line.substring(RESIDENT.length()));
                    return OptionalDouble.of(Long.parseLong(number.nextToken()) / KIB_PER_MB);
                }
            }
            return OptionalDouble.empty();
        } catch (IOException | NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static OptionalDouble fromOshi() {
        var own = Oshi.system().getCurrentProcess();
        return OptionalDouble.of(own.getResidentMemory() / BYTES_PER_MB);
    }
}
