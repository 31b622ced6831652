package daemoneye.rpc.collector.perfmond;

import daemoneye.rpc.collector.gather.Fields;
import daemoneye.rpc.collector.gather.Findings;
import daemoneye.rpc.collector.gather.Rate;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Turns the counters of the disks into rates.
final class DiskWatch {
    private static final double MILLIS_TO_PERCENT = 10;

    private final Rate read = new Rate();
    private final Rate written = new Rate();
    private final Rate transfers = new Rate();
    private Map<String, Rate> busy = new HashMap<>();

    String look(List<DiskCounters> disks, Findings out, Fields sample, long nowNanos) {
        if (disks.isEmpty()) {
            return "This machine tells of no disks";
        }
        double reading = read.perSecond(sum(disks, Figure.READ), nowNanos);
        double writing = written.perSecond(sum(disks, Figure.WRITTEN), nowNanos);
        double moving = transfers.perSecond(sum(disks, Figure.TRANSFERS), nowNanos);
        figure(out, sample, "disk_read_bytes_per_second", reading);
        figure(out, sample, "disk_write_bytes_per_second", writing);
        sample.with("disk_transfers_per_second", moving);
        figure(out, sample, "busiest_disk_percent", busiest(disks, out, nowNanos));
        return String.format(Locale.ROOT, "Counting transfers of %d disks", disks.size());
    }

    private enum Figure {
        READ,
        WRITTEN,
        TRANSFERS;

        long of(DiskCounters disk) {
            return switch (this) {
                case READ -> disk.readBytes();
                case WRITTEN -> disk.writtenBytes();
                case TRANSFERS -> disk.reads() + disk.writes();
            };
        }
    }

    private static long sum(List<DiskCounters> disks, Figure figure) {
        return disks.stream().mapToLong(figure::of).sum();
    }

    private double busiest(List<DiskCounters> disks, Findings out, long nowNanos) {
        var still = new HashMap<String, Rate>();
        var list = new ArrayList<ConfigValue>();
        double most = Double.NaN;
        for (var disk : disks) {
            var rate = busy.getOrDefault(disk.name(), new Rate());
            still.put(disk.name(), rate);
            double millis = rate.perSecond(disk.busyMillis(), nowNanos);
            double percent = Math.min(100, millis / MILLIS_TO_PERCENT);
            most = Double.isNaN(most) ? percent : Math.max(most, percent);
            list.add(
                    new Fields()
                            .with("name", disk.name())
                            .with("busy_percent", percent)
                            .with("read_bytes", disk.readBytes())
                            .with("written_bytes", disk.writtenBytes())
                            .table());
        }
        busy = still;
        out.detail("disks", new ConfigValue.Items(list));
        return most;
    }

    private static void figure(Findings out, Fields sample, String name, double value) {
        out.metric(name, value);
        sample.with(name, value);
    }
}
