package daemoneye.rpc.collector.machine;

import java.io.File;
import java.util.Locale;

/// Which kind of system this is.
public enum Platform {
    LINUX,
    MACOS,
    WINDOWS,
    OTHER;

    /// The system this process runs on.
    public static Platform current() {
        var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("linux")) {
            return LINUX;
        }
        if (name.startsWith("mac")) {
            return MACOS;
        }
        return name.startsWith("windows") ? WINDOWS : OTHER;
    }

    /// Whether the system tells of itself in `/proc`, as Linux does.
    public static boolean hasProc() {
        return current() == LINUX && new File("/proc/self/stat").exists();
    }
}
