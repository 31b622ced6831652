package daemoneye.rpc.collector.gather;

/// Turns a counter that only grows into a rate. A counter that falls (an interface was reset)
/// begins anew.
public final class Rate {
    private static final double NANOS = 1e9;
    private boolean known;
    private long lastCount;
    private long lastNanos;

    /// @return per second since the last call; not a number at the first one
    public double perSecond(long count, long nowNanos) {
        double seconds = (nowNanos - lastNanos) / NANOS;
        long grown = count - lastCount;
        boolean usable = known && seconds > 0 && grown >= 0;
        known = true;
        lastCount = count;
        lastNanos = nowNanos;
        return usable ? grown / seconds : Double.NaN;
    }
}
