package daemoneye.rpc.collector.gather;

import java.util.List;

/// Looks at one side of the machine. Used by one thread at a time, which may block.
///
/// A read that fails makes its component degraded (see [Findings#part]); whatever else goes wrong
/// is caught by the [GatherLoop] and makes all components unhealthy. Neither ends the process.
public interface Gatherer extends AutoCloseable {
    /// Names of the components it reports, e.g. `process_enumeration`.
    List<String> components();

    /// One look.
    ///
    /// @param nowNanos monotonic time of the scan, for rates
    void scan(Findings out, long nowNanos);

    /// Gives back what it holds of the system. Later scans are not made.
    @Override
    default void close() {}
}
