package daemoneye.rpc.collector.perfmond;

import daemoneye.rpc.collector.gather.Fields;
import daemoneye.rpc.collector.gather.Findings;
import daemoneye.rpc.collector.gather.Gatherer;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// perfmond: processor, memory, load, disks and sensors of the machine. Publishes a sample every
/// few seconds (`performance.sample`) and says when something stays too high and when that is over
/// (`performance.threshold`).
public final class PerformanceGatherer implements Gatherer {
    /// What it reports.
    public static final List<String> COMPONENTS =
            List.of("cpu", "memory", "load", "disks", "sensors");

    private static final double MB = 1024.0 * 1024.0;

    private final MachineSource source;
    private final Supplier<PerformanceLimits> limits;
    private final CpuWatch cpu = new CpuWatch();
    private final DiskWatch disks = new DiskWatch();
    private final Threshold cpuThreshold;
    private final Threshold memoryThreshold;
    private Fields sample = new Fields();
    private boolean sampled;
    private long lastSampleNanos;

    /// @param limits asked at each scan
    public PerformanceGatherer(MachineSource source, Supplier<PerformanceLimits> limits) {
        this.source = source;
        this.limits = limits;
        var now = limits.get();
        this.cpuThreshold = new Threshold("cpu", now.cpuPercent(), now.cpuFor());
        this.memoryThreshold = new Threshold("memory", now.memoryPercent(), now.memoryFor());
    }

    @Override
    public List<String> components() {
        return COMPONENTS;
    }

    @Override
    public void scan(Findings out, long nowNanos) {
        var now = limits.get();
        cpuThreshold.follow(now.cpuPercent(), now.cpuFor());
        memoryThreshold.follow(now.memoryPercent(), now.memoryFor());
        sample = new Fields();
        out.part("cpu", () -> cpu(out, nowNanos));
        out.part("memory", () -> memory(out, nowNanos));
        out.part("load", () -> load(out));
        out.part("disks", () -> disks.look(source.disks(), out, sample, nowNanos));
        out.part("sensors", () -> sensors(out));
        publishSample(out, nowNanos, now.sampleEvery());
    }

    private String cpu(Findings out, long nowNanos) throws IOException {
        var use = cpu.update(source.cpu());
        figure(out, "machine_cpu_percent", use.total());
        figure(out, "busiest_core_percent", use.busiest());
        out.detail("cores", use.list());
        cpuThreshold.update(use.total(), nowNanos).ifPresent(out::event);
        return Double.isNaN(use.total())
                ? "%d cores, first look".formatted(use.cores().size())
                : String.format(
                        Locale.ROOT, "%d cores, %.0f %% busy", use.cores().size(), use.total());
    }

    private String memory(Findings out, long nowNanos) throws IOException {
        var use = source.memory();
        figure(out, "machine_memory_percent", use.usedPercent());
        sample.with("machine_memory_used_mb", (use.total() - use.available()) / MB);
        out.detail("memory_total_bytes", ConfigValue.of(use.total()));
        figure(out, "swap_percent", use.swapUsedPercent());
        memoryThreshold.update(use.usedPercent(), nowNanos).ifPresent(out::event);
        return String.format(
                Locale.ROOT,
                "%,.0f of %,.0f MB used, %.0f %%",
                (use.total() - use.available()) / MB,
                use.total() / MB,
                use.usedPercent());
    }

    private String load(Findings out) throws IOException {
        var load = source.load();
        if (load.isEmpty()) {
            return "This system knows no load average";
        }
        var now = load.get();
        figure(out, "load_1m", now.one());
        sample.with("load_5m", now.five());
        sample.with("load_15m", now.fifteen());
        return String.format(
                Locale.ROOT, "Load %.2f, %.2f, %.2f", now.one(), now.five(), now.fifteen());
    }

    private String sensors(Findings out) throws IOException {
        var readings = source.sensors();
        if (readings.isEmpty()) {
            return "This machine has no temperature sensors";
        }
        double hottest =
                readings.stream().mapToDouble(SensorReading::celsius).max().orElse(Double.NaN);
        figure(out, "hottest_celsius", hottest);
        var list = new Fields();
        readings.forEach(each -> list.with(each.name(), each.celsius()));
        out.detail("sensors", list.table());
        return String.format(Locale.ROOT, "%d sensors, hottest %.0f °C", readings.size(), hottest);
    }

    /// For HealthCheck, whose answer must stay small, and for the sample, which tells more.
    private void figure(Findings out, String name, double value) {
        out.metric(name, value);
        sample.with(name, value);
    }

    /// The first look has no rates yet, and makes no sample.
    private void publishSample(Findings out, long nowNanos, Duration every) {
        if (!sampled) {
            sampled = true;
            lastSampleNanos = nowNanos;
        } else if (nowNanos - lastSampleNanos >= every.toNanos()) {
            lastSampleNanos = nowNanos;
            out.event(sample.seen("performance", "sample"));
        }
    }
}
