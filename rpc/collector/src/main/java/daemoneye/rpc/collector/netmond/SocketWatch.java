package daemoneye.rpc.collector.netmond;

import daemoneye.rpc.collector.gather.Fields;
import daemoneye.rpc.collector.gather.Findings;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.protocol.value.WireName;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Counts sockets and finds what was opened and closed since the scan before.
final class SocketWatch {
    private Set<Flow> before = Set.of();
    private boolean baseLine = true;
    private long lastNanos;

    /// A connection or a listener: what stays the same while its state moves on.
    private record Flow(boolean listener, Protocol protocol, String local, String remote) {}

    String look(SocketTable table, Findings out, long nowNanos) {
        count(table, out);
        var now = flows(table);
        if (!baseLine) {
            changes(now, out, (nowNanos - lastNanos) / 1e9);
        }
        before = now;
        baseLine = false;
        lastNanos = nowNanos;
        if (table.skipped() > 0) {
            out.degraded(
                    NetworkGatherer.SOCKETS,
                    String.format(
                            Locale.ROOT,
                            "Looked at %,d sockets only, %,d more are open",
                            table.sockets().size(),
                            table.skipped()));
        }
        return summary(table);
    }

    private static Set<Flow> flows(SocketTable table) {
        var flows = new HashSet<Flow>();
        for (var each : table.sockets()) {
            boolean listener = each.state() == SocketState.LISTENING;
            if (listener || each.state().isConnection()) {
                flows.add(new Flow(listener, each.protocol(), each.local(), each.remote()));
            }
        }
        return flows;
    }

    private void changes(Set<Flow> now, Findings out, double seconds) {
        long opened = tell(now, before, "opened", out);
        long closed = tell(before, now, "closed", out);
        out.metric("connections_opened_per_second", opened / seconds);
        out.metric("connections_closed_per_second", closed / seconds);
    }

    /// Tells what is in `here` and not in `there`; listeners too, but only connections count.
    private static long tell(Set<Flow> here, Set<Flow> there, String what, Findings out) {
        long connections = 0;
        for (var flow : here) {
            if (!there.contains(flow)) {
                connections += flow.listener() ? 0 : 1;
                var fields =
                        new Fields()
                                .with("protocol", flow.protocol().wireName())
                                .with("local", flow.local());
                if (!flow.listener()) {
                    fields.with("remote", flow.remote());
                }
                var subject = flow.listener() ? "listener_" : "connection_";
                out.event(fields.seen("network", subject + what));
            }
        }
        return connections;
    }

    private static void count(SocketTable table, Findings out) {
        var states = new EnumMap<SocketState, Long>(SocketState.class);
        var protocols = new EnumMap<Protocol, Long>(Protocol.class);
        for (var each : table.sockets()) {
            states.merge(each.state(), 1L, Long::sum);
            protocols.merge(each.protocol(), 1L, Long::sum);
        }
        long tcp = table.sockets().stream().filter(each -> each.protocol().isTcp()).count();
        out.metric("socket_count", table.sockets().size() + table.skipped());
        out.metric("tcp_sockets", tcp);
        out.metric("udp_sockets", table.sockets().size() - tcp);
        out.metric("established_connections", states.getOrDefault(SocketState.ESTABLISHED, 0L));
        out.metric("listening_sockets", states.getOrDefault(SocketState.LISTENING, 0L));
        out.detail("sockets_by_state", table(states));
        out.detail("sockets_by_protocol", table(protocols));
    }

    private static <K extends Enum<K> & WireName> ConfigValue table(Map<K, Long> counts) {
        var entries = new LinkedHashMap<String, ConfigValue>();
        counts.forEach((key, count) -> entries.put(key.wireName(), ConfigValue.of(count)));
        return new ConfigValue.Table(entries);
    }

    private static String summary(SocketTable table) {
        long established = inState(table, SocketState.ESTABLISHED);
        long listening = inState(table, SocketState.LISTENING);
        return String.format(
                Locale.ROOT,
                "Watching %,d sockets: %,d established, %,d listening",
                table.sockets().size(),
                established,
                listening);
    }

    private static long inState(SocketTable table, SocketState state) {
        return table.sockets().stream().filter(each -> each.state() == state).count();
    }
}
