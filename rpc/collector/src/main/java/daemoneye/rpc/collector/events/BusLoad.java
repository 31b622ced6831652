package daemoneye.rpc.collector.events;

/// How the way to the bus stands; immutable.
///
/// @param queued events that wait
/// @param capacity of the queue
/// @param published since the process began
/// @param dropped since the process began, because the queue was full or they were too large to be
///     sent
public record BusLoad(int queued, int capacity, long published, long dropped) {
    private static final double PERCENT = 100;

    public double fullPercent() {
        return PERCENT * queued / capacity;
    }
}
