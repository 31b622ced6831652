package daemoneye.rpc.collector.machine;

import java.io.IOException;
import java.util.Map;

/// The name of this machine, for people. Never asks a name server: one that is slow would hold up
/// the start.
public final class HostName {
    private static final int MOST_BYTES = 1_024;

    private HostName() {}

    /// @param environment of this process
    public static String of(Map<String, String> environment) {
        if (Platform.hasProc()) {
            try {
                return new ProcFile(MOST_BYTES).read("/proc/sys/kernel/hostname").strip();
            } catch (IOException e) {
                // as on systems without /proc
            }
        }
        return environment.getOrDefault(
                "HOSTNAME", environment.getOrDefault("COMPUTERNAME", "localhost"));
    }
}
