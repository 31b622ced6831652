package daemoneye.rpc.protocol.payload;

import java.util.List;

/// What a collector needs to do its work.
///
/// @param minCpuPercent of one core
/// @param requiredPrivileges in the product's words, e.g. `process_enumeration`
/// @param requiredCapabilities in the system's words, e.g. `CAP_SYS_PTRACE`
public record ResourceRequirements(
        long minMemoryBytes,
        double minCpuPercent,
        List<String> requiredPrivileges,
        List<String> requiredCapabilities) {
    public ResourceRequirements {
        requiredPrivileges = List.copyOf(requiredPrivileges);
        requiredCapabilities = List.copyOf(requiredCapabilities);
    }
}
