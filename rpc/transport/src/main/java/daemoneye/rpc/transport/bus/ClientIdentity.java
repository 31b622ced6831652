package daemoneye.rpc.transport.bus;

/// How a client introduces itself. Believed for display only; what it may do is
/// decided by the broker; see [daemoneye.rpc.transport.auth.Admission].
///
/// @param name e.g. `console@host`, an agent's or a collector's id; 1 to 128 characters
/// @param kind e.g. `console`, `cli`, `agent`, `collector`
/// @param version of its software
/// @param pid of its process
public record ClientIdentity(String name, String kind, String version, long pid) {}
