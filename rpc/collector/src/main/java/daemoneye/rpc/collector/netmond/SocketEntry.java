package daemoneye.rpc.collector.netmond;

/// One socket.
///
/// @param local address and port, e.g. `127.0.0.1:7311`, `[::1]:7311`
/// @param remote likewise; port 0 where there is no other end
public record SocketEntry(Protocol protocol, String local, String remote, SocketState state) {}
