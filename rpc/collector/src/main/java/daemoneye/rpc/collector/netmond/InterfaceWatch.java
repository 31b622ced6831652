package daemoneye.rpc.collector.netmond;

import daemoneye.rpc.collector.gather.Fields;
import daemoneye.rpc.collector.gather.Findings;
import daemoneye.rpc.collector.gather.Rate;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Turns the counters of the interfaces into rates. Totals leave the loopback out.
final class InterfaceWatch {
    private Map<String, Rates> known = new HashMap<>();

    /// Per second; not a number at the first look.
    private record Traffic(
            double received,
            double sent,
            double receivedPackets,
            double sentPackets,
            double errors,
            double drops) {
        Traffic plus(Traffic other) {
            return new Traffic(
                    received + other.received,
                    sent + other.sent,
                    receivedPackets + other.receivedPackets,
                    sentPackets + other.sentPackets,
                    errors + other.errors,
                    drops + other.drops);
        }
    }

    /// The counters of one interface on their way to rates.
    private static final class Rates {
        private final Rate received = new Rate();
        private final Rate sent = new Rate();
        private final Rate receivedPackets = new Rate();
        private final Rate sentPackets = new Rate();
        private final Rate errors = new Rate();
        private final Rate drops = new Rate();

        Traffic update(InterfaceCounters now, long nanos) {
            return new Traffic(
                    received.perSecond(now.receivedBytes(), nanos),
                    sent.perSecond(now.sentBytes(), nanos),
                    receivedPackets.perSecond(now.receivedPackets(), nanos),
                    sentPackets.perSecond(now.sentPackets(), nanos),
                    errors.perSecond(now.errors(), nanos),
                    drops.perSecond(now.drops(), nanos));
        }
    }

    String look(List<InterfaceCounters> interfaces, Findings out, long nowNanos)
            throws IOException {
        if (interfaces.isEmpty()) {
            throw new IOException("the system tells of no network interface");
        }
        var still = new HashMap<String, Rates>();
        var total = new Traffic(0, 0, 0, 0, 0, 0);
        var list = new ArrayList<ConfigValue>();
        for (var each : interfaces) {
            var rates = known.getOrDefault(each.name(), new Rates());
            still.put(each.name(), rates);
            var traffic = rates.update(each, nowNanos);
            list.add(entry(each, traffic));
            total =
                    each.isLoopback() || Double.isNaN(traffic.received)
                            ? total
                            : total.plus(traffic);
        }
        boolean first = known.isEmpty();
        known = still;
        if (!first) {
            metrics(total, out);
        }
        out.detail("interfaces", new ConfigValue.Items(list));
        return summary(interfaces);
    }

    private static void metrics(Traffic total, Findings out) {
        out.metric("received_bytes_per_second", total.received);
        out.metric("sent_bytes_per_second", total.sent);
        out.metric("packets_per_second", total.receivedPackets + total.sentPackets);
        out.metric("packet_errors_per_second", total.errors + total.drops);
    }

    private static ConfigValue entry(InterfaceCounters each, Traffic traffic) {
        return new Fields()
                .with("name", each.name())
                .with("up", new ConfigValue.Flag(each.up()))
                .with("received_bytes", each.receivedBytes())
                .with("sent_bytes", each.sentBytes())
                .with("errors", each.errors())
                .with("drops", each.drops())
                .with("received_packets_per_second", traffic.receivedPackets)
                .with("sent_packets_per_second", traffic.sentPackets)
                .with("received_bytes_per_second", traffic.received)
                .with("sent_bytes_per_second", traffic.sent)
                .table();
    }

    private static String summary(List<InterfaceCounters> interfaces) {
        long up = interfaces.stream().filter(InterfaceCounters::up).count();
        return String.format(
                Locale.ROOT, "Counting traffic of %,d interfaces, %,d up", interfaces.size(), up);
    }
}
