package daemoneye.rpc.protocol.payload;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// The most a collector process may use. Applied where the system can; said plainly where not.
///
/// @param maxCpuPercent of one core
public record ResourceLimits(
        OptionalLong maxMemoryBytes, OptionalDouble maxCpuPercent, OptionalLong maxOpenFiles) {}
