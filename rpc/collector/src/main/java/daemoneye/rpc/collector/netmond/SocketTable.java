package daemoneye.rpc.collector.netmond;

import java.util.List;

/// The sockets of one scan.
///
/// @param skipped sockets beyond the bound, not looked at
public record SocketTable(List<SocketEntry> sockets, int skipped) {
    public SocketTable {
        sockets = List.copyOf(sockets);
    }
}
