package daemoneye.rpc.cli.bench.design;

import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;

/// Processor time of another process, as the system counts it (on Linux in steps of 10 ms).
final class CpuUse {
    private final long pid;
    private final Ticker ticker;
    private final Duration usedBefore;
    private final long beganNanos;

    /// Begins to count.
    CpuUse(long pid, Ticker ticker) {
        this.pid = pid;
        this.ticker = ticker;
        usedBefore = used(pid);
        beganNanos = ticker.nanos();
    }

    /// Since the beginning, in percent of one processor; not a number if the process is gone.
    double percent() {
        var used = used(pid).minus(usedBefore);
        return used.isNegative() ? Double.NaN : 100.0 * used.toNanos() / elapsedNanos();
    }

    private double elapsedNanos() {
        return ticker.since(beganNanos).toNanos();
    }

    private static Duration used(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }
}
