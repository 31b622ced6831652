package daemoneye.rpc.collector.perfmond;

/// What one disk has done since the machine started.
///
/// @param busyMillis time during which at least one transfer was under way
public record DiskCounters(
        String name, long readBytes, long writtenBytes, long reads, long writes, long busyMillis) {}
