package daemoneye.rpc.collector.netmond;

import daemoneye.rpc.collector.gather.Findings;
import daemoneye.rpc.collector.gather.Gatherer;

import java.util.List;

/// netmond: sockets by protocol and state, traffic of the interfaces, and what was opened and
/// closed
/// (`network.connection_opened`, `network.connection_closed`, `network.listener_opened`,
/// `network.listener_closed`).
///
/// It sees what is there at the moment of a scan: a connection that comes and goes between two
/// scans is not seen.
public final class NetworkGatherer implements Gatherer {
    /// The component that says whether sockets can be read.
    public static final String SOCKETS = "socket_enumeration";

    /// The component that says whether interfaces can be read.
    public static final String INTERFACES = "interface_statistics";

    /// What it reports.
    public static final List<String> COMPONENTS = List.of(SOCKETS, INTERFACES);

    private final NetworkSource source;
    private final SocketWatch sockets = new SocketWatch();
    private final InterfaceWatch interfaces = new InterfaceWatch();

    public NetworkGatherer(NetworkSource source) {
        this.source = source;
    }

    @Override
    public List<String> components() {
        return COMPONENTS;
    }

    @Override
    public void scan(Findings out, long nowNanos) {
        out.part(SOCKETS, () -> sockets.look(source.sockets(), out, nowNanos));
        out.part(INTERFACES, () -> interfaces.look(source.interfaces(), out, nowNanos));
    }
}
