package daemoneye.rpc.collector.perfmond;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns processor times into per cent of the time since the look before.
final class CpuWatch {
    private Optional<CpuTimes> before = Optional.empty();

    /// Per cent, 0 to 100 each; not a number at the first look.
    ///
    /// @param total of all cores together
    record Use(double total, double busiest, List<Double> cores) {
        ConfigValue list() {
            var items = new ArrayList<ConfigValue>();
            cores.forEach(each -> items.add(value(each)));
            return new ConfigValue.Items(items);
        }

        private static ConfigValue value(double percent) {
            return Double.isNaN(percent)
                    ? new ConfigValue.Nothing()
                    : ConfigValue.of(Math.round(percent * 10) / 10.0);
        }
    }

    Use update(CpuTimes now) {
        // A core that went on or off line shifts the others: begin anew.
        var last = before.filter(times -> times.cores().size() == now.cores().size()).orElse(now);
        before = Optional.of(now);
        var cores = new ArrayList<Double>();
        for (int at = 0; at < now.cores().size(); at++) {
            cores.add(now.cores().get(at).busySince(last.cores().get(at)));
        }
        double busiest =
                cores.stream()
                        .mapToDouble(each -> each)
                        .filter(Double::isFinite)
                        .max()
                        .orElse(Double.NaN);
        return new Use(now.total().busySince(last.total()), busiest, List.copyOf(cores));
    }
}
