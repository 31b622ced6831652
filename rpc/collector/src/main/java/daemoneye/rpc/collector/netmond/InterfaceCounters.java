package daemoneye.rpc.collector.netmond;

/// What one network interface has counted since it came up.
///
/// @param drops packets the system threw away, both ways
/// @param errors both ways
public record InterfaceCounters(
        String name,
        boolean up,
        long receivedBytes,
        long sentBytes,
        long receivedPackets,
        long sentPackets,
        long errors,
        long drops) {
    /// Loopback traffic never leaves the machine and is not added to totals.
    public boolean isLoopback() {
        return name.equals("lo") || name.equals("lo0");
    }
}
