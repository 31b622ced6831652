package daemoneye.rpc.collector.perfmond;

import java.util.List;

/// Processor time since the machine started, in ticks of any one length.
///
/// @param cores one entry per logical processor, in order
public record CpuTimes(Ticks total, List<Ticks> cores) {
    public CpuTimes {
        cores = List.copyOf(cores);
    }

    /// @param all ticks there were
    /// @param idle ticks of them without work, waiting for disks included
    public record Ticks(long all, long idle) {
        /// Per cent of the time since `before` that was work, 0 to 100; not a number if no tick
        /// has passed.
        double busySince(Ticks before) {
            double passed = all - before.all;
            double busy = passed - (idle - before.idle);
            return passed > 0 ? Math.clamp(100 * busy / passed, 0, 100) : Double.NaN;
        }
    }
}
