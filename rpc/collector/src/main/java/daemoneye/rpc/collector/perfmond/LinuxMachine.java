package daemoneye.rpc.collector.perfmond;

import daemoneye.rpc.collector.machine.ProcFile;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The machine from `/proc` and `/sys`.
final class LinuxMachine implements MachineSource {
    private static final int MOST_FILE_BYTES = 1024 * 1024;
    private static final long KIB = 1_024;

    private final ProcFile file = new ProcFile(MOST_FILE_BYTES);
    private final LinuxSensors sensors = new LinuxSensors(file);

    @Override
    public CpuTimes cpu() throws IOException {
        return StatFile.parse(file.lines("/proc/stat"));
    }

    @Override
    public MemoryUse memory() throws IOException {
        var values = new HashMap<String, Long>();
        for (var line : file.lines("/proc/meminfo")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                values.put(line.substring(0, colon), kibibytes(line.substring(colon + 1)));
            }
        }
        long total = value(values, "MemTotal");
        // Kernels before 3.14 do not tell what is available; free and cached are close to it.
        long available =
                values.containsKey("MemAvailable")
                        ? value(values, "MemAvailable")
                        : value(values, "MemFree") + value(values, "Cached");
        return new MemoryUse(
                total, available, value(values, "SwapTotal"), value(values, "SwapFree"));
    }

    private static long value(Map<String, Long> values, String name) throws IOException {
        var value = values.get(name);
        if (value == null) {
            throw new IOException("/proc/meminfo does not tell " + name);
        }
        return value;
    }

    private static long kibibytes(String text) throws IOException {
        var number = text.replace("kB", "").strip();
        try {
            return Long.parseLong(number) * KIB;
        } catch (NumberFormatException e) {
            throw new IOException("/proc/meminfo has an odd line: " + text.strip(), e);
        }
    }

    @Override
    public Optional<LoadAverage> load() throws IOException {
        var parts = file.read("/proc/loadavg").split(" ", -1);
        try {
            return Optional.of(
                    new LoadAverage(
                            Double.parseDouble(parts[0]),
                            Double.parseDouble(parts[1]),
                            Double.parseDouble(parts[2])));
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new IOException("/proc/loadavg is not three numbers", e);
        }
    }

    @Override
    public List<DiskCounters> disks() throws IOException {
        var found = new ArrayList<DiskCounters>();
        for (var line : file.lines("/proc/diskstats")) {
            DiskLine.parse(line).filter(LinuxMachine::isDisk).ifPresent(found::add);
        }
        return found;
    }

    /// Partitions have no folder of their own there; loop devices and memory disks pass through to
    /// others.
    private static boolean isDisk(DiskCounters each) {
        var name = each.name();
        boolean passesThrough =
                name.startsWith("loop") || name.startsWith("ram") || name.startsWith("dm-");
        return !passesThrough && new File("/sys/block/" + name.replace('/', '!')).exists();
    }

    @Override
    public List<SensorReading> sensors() {
        return sensors.read();
    }
}
