package daemoneye.rpc.collector.perfmond;

import java.time.Duration;

/// When perfmond speaks up.
///
/// @param sampleEvery between two samples
/// @param cpuPercent of all cores together, above which it is too much …
/// @param cpuFor … if it lasts this long
/// @param memoryPercent likewise for memory
public record PerformanceLimits(
        Duration sampleEvery,
        double cpuPercent,
        Duration cpuFor,
        double memoryPercent,
        Duration memoryFor) {}
