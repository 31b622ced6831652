package daemoneye.rpc.collector.netmond;

import daemoneye.rpc.collector.machine.Oshi;

import oshi.hardware.NetworkIF;
import oshi.software.os.InternetProtocolStats;
import oshi.software.os.InternetProtocolStats.IPConnection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Sockets and interfaces through OSHI, for systems that have no `/proc`.
final class OshiNetwork implements NetworkSource {
    private final InternetProtocolStats stats = Oshi.system().getInternetProtocolStats();

    @Override
    public SocketTable sockets() throws IOException {
        var all = stats.getConnections();
        int looked = Math.min(all.size(), MOST_SOCKETS);
        var found = new ArrayList<SocketEntry>(looked);
        for (var each : all.subList(0, looked)) {
            found.add(entry(each));
        }
        return new SocketTable(found, all.size() - looked);
    }

    private static SocketEntry entry(IPConnection each) throws UnknownHostException {
        return new SocketEntry(
                protocol(each.getType()),
                endpoint(each.getLocalAddress(), each.getLocalPort()),
                endpoint(each.getForeignAddress(), each.getForeignPort()),
                state(each));
    }

    private static Protocol protocol(String type) {
        boolean six = type.endsWith("6") || type.endsWith("46");
        if (type.toLowerCase(Locale.ROOT).startsWith("udp")) {
            return six ? Protocol.UDP6 : Protocol.UDP;
        }
        return six ? Protocol.TCP6 : Protocol.TCP;
    }

    private static String endpoint(byte[] address, int port) throws UnknownHostException {
        if (address.length == 0) {
            return "*:" + port;
        }
        var host = InetAddress.getByAddress(address).getHostAddress();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    private static SocketState state(IPConnection each) {
        return switch (each.getState()) {
            case ESTABLISHED -> SocketState.ESTABLISHED;
            case SYN_SENT -> SocketState.SYN_SENT;
            case SYN_RECV -> SocketState.SYN_RECEIVED;
            case FIN_WAIT_1 -> SocketState.FIN_WAIT_1;
            case FIN_WAIT_2 -> SocketState.FIN_WAIT_2;
            case TIME_WAIT -> SocketState.TIME_WAIT;
            case CLOSED -> SocketState.CLOSED;
            case CLOSE_WAIT -> SocketState.CLOSE_WAIT;
            case LAST_ACK -> SocketState.LAST_ACK;
            case LISTEN -> SocketState.LISTENING;
            case CLOSING -> SocketState.CLOSING;
            case NONE -> SocketState.OPEN;
            case UNKNOWN -> SocketState.UNKNOWN;
            case null -> SocketState.UNKNOWN;
        };
    }

    @Override
    public List<InterfaceCounters> interfaces() {
        return Oshi.hardware().getNetworkIFs(true).stream().map(OshiNetwork::counters).toList();
    }

    private static InterfaceCounters counters(NetworkIF each) {
        boolean up = each.getIfOperStatus() != NetworkIF.IfOperStatus.DOWN;
        return new InterfaceCounters(
                each.getName(),
                up,
                each.getBytesRecv(),
                each.getBytesSent(),
                each.getPacketsRecv(),
                each.getPacketsSent(),
                each.getInErrors() + each.getOutErrors(),
                each.getInDrops() + each.getCollisions());
    }
}
