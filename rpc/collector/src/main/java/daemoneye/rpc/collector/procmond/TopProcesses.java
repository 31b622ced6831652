package daemoneye.rpc.collector.procmond;

import daemoneye.rpc.collector.gather.Fields;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The busiest and the biggest.
final class TopProcesses {
    private static final double BYTES_PER_MB = 1024.0 * 1024.0;

    private TopProcesses() {}

    static List<RunningProcess> byCpu(List<RunningProcess> all, int count) {
        return top(all, Comparator.comparingDouble(RunningProcess::cpu), count);
    }

    static List<RunningProcess> byMemory(List<RunningProcess> all, int count) {
        return top(all, Comparator.comparingLong(each -> each.sample().residentBytes()), count);
    }

    private static List<RunningProcess> top(
            List<RunningProcess> all, Comparator<RunningProcess> by, int count) {
        var order = by.reversed().thenComparingLong(each -> each.sample().pid());
        return all.stream().sorted(order).limit(count).toList();
    }

    /// As events and diagnostics show it.
    static ConfigValue list(List<RunningProcess> top) {
        var items = new ArrayList<ConfigValue>();
        for (var each : top) {
            items.add(
                    new Fields()
                            .with("pid", each.sample().pid())
                            .with("name", each.sample().name())
                            .with("cpu_percent", each.cpu())
                            .with("memory_mb", each.sample().residentBytes() / BYTES_PER_MB)
                            .table());
        }
        return new ConfigValue.Items(items);
    }
}
