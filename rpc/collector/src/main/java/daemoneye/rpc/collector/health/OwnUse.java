package daemoneye.rpc.collector.health;

import java.time.Duration;
import java.util.OptionalDouble;

/// What this process costs.
public interface OwnUse {
    /// Processor time since it began, all threads.
    Duration cpuTime();

    /// Memory it holds, MB; empty if the system does not tell.
    OptionalDouble residentMb();
}
