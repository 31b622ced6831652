package daemoneye.rpc.collector.gather;

import daemoneye.rpc.protocol.state.HealthStatus;

/// How one part of the gathering did in one scan.
///
/// @param name e.g. `process_enumeration`
/// @param message for people, e.g. "Enumerating 1,234 processes"
public record ComponentReport(String name, HealthStatus status, String message) {}
