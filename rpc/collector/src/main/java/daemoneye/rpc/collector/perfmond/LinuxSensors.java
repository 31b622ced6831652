package daemoneye.rpc.collector.perfmond;

import daemoneye.rpc.collector.machine.ProcFile;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Temperatures from `/sys/class/hwmon`, or where it has none from `/sys/class/thermal`, in
/// thousandths of a degree.
final class LinuxSensors {
    private static final int MOST = 64;
    private static final double MILLI = 1_000;

    private final ProcFile file;

    LinuxSensors(ProcFile file) {
        this.file = file;
    }

    List<SensorReading> read() {
        var chips = chips();
        return chips.isEmpty() ? zones() : chips;
    }

    private List<SensorReading> chips() {
        var found = new ArrayList<SensorReading>();
        for (var chip : list("/sys/class/hwmon")) {
            var folder = "/sys/class/hwmon/" + chip + "/";
            for (var name : list(folder)) {
                if (name.startsWith("temp") && name.endsWith("_input") && found.size() < MOST) {
                    var label = folder + name.replace("_input", "_label");
                    reading(folder + name, chipName(folder, chip) + ": " + text(label).orElse(name))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private String chipName(String folder, String chip) {
        return text(folder + "name").orElse(chip);
    }

    private List<SensorReading> zones() {
        var found = new ArrayList<SensorReading>();
        for (var zone : list("/sys/class/thermal")) {
            var folder = "/sys/class/thermal/" + zone + "/";
            if (zone.startsWith("thermal_zone") && found.size() < MOST) {
                reading(folder + "temp", text(folder + "type").orElse(zone)).ifPresent(found::add);
            }
        }
        return found;
    }

    /// Empty for a sensor that is there and does not answer: many are wired to nothing.
    private Optional<SensorReading> reading(String path, String name) {
        try {
            return text(path)
                    .map(Long::parseLong)
                    .map(value -> new SensorReading(name, value / MILLI));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Optional<String> text(String path) {
        if (!new File(path).canRead()) {
            return Optional.empty();
        }
        try {
            return Optional.of(file.read(path).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<String> list(String folder) {
        return List.of(Objects.requireNonNullElse(new File(folder).list(), new String[0]));
    }
}
