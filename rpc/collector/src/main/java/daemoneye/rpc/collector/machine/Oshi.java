package daemoneye.rpc.collector.machine;

import oshi.SystemInfo;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.software.os.OperatingSystem;

/// The way into OSHI, entered only when something is asked of it: loading it costs about a quarter
/// of a second and 17 MB (measured in the README), which a collector that reads `/proc` saves.
public final class Oshi {
    private static final SystemInfo SYSTEM = new SystemInfo();

    private Oshi() {}

    public static OperatingSystem system() {
        return SYSTEM.getOperatingSystem();
    }

    public static HardwareAbstractionLayer hardware() {
        return SYSTEM.getHardware();
    }
}
