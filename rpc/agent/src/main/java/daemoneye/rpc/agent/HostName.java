package daemoneye.rpc.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// The name of this machine, found as collectors find it, so that both say the same. Never asks a
/// name server: one that is slow would hold up the start.
final class HostName {
    private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");
    private static final String NAMELESS = "localhost";
    private static final int MOST = 57;

    private HostName() {}

    /// As the system says it; `localhost` if it does not know.
    ///
    /// @param environment of this process
    static String of(Map<String, String> environment) {
        if (Files.isReadable(LINUX)) {
            try {
                return Files.readString(LINUX, UTF_8).strip();
            } catch (IOException _) {
                // as on systems without /proc
            }
        }
        return environment.getOrDefault(
                "HOSTNAME", environment.getOrDefault("COMPUTERNAME", NAMELESS));
    }

    /// The name as part of an id: lower case, `[a-z0-9_-]` only.
    static String asId(String host) {
        var safe = host.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
        var cut = safe.length() <= MOST ? safe : safe.substring(0, MOST);
        return cut.isBlank() ? NAMELESS : cut;
    }
}
