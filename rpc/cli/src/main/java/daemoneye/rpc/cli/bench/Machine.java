package daemoneye.rpc.cli.bench;

import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.lang.management.ManagementFactory;
import java.util.OptionalDouble;

/// What figures were measured on: without that they mean nothing.
///
/// @param load how many processes wanted to run in the last minute, before the measurement; empty
///     where the system does not tell
public record Machine(int processors, OptionalDouble load, String java, String system) {
    public static Machine now() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                load < 0 ? OptionalDouble.empty() : OptionalDouble.of(load),
                Runtime.version().toString(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }

    public ConfigValue.Table json() {
        return new Fields()
                .with("processors", processors)
                .with("load_average", load)
                .with("java", java)
                .with("system", system)
                .object();
    }

    public String sentence() {
        var busy = load.isPresent() ? "%.2f".formatted(load.getAsDouble()) : "unknown";
        return "on %d processors, load average %s before, Java %s, %s"
                .formatted(processors, busy, java, system);
    }
}
