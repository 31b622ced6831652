package daemoneye.rpc.collector.perfmond;

/// Memory of the machine, bytes.
///
/// @param available what programs could still get without swapping
public record MemoryUse(long total, long available, long swapTotal, long swapFree) {
    public double usedPercent() {
        return total > 0 ? 100.0 * (total - available) / total : Double.NaN;
    }

    /// 0 without swap.
    public double swapUsedPercent() {
        return swapTotal > 0 ? 100.0 * (swapTotal - swapFree) / swapTotal : 0;
    }
}
