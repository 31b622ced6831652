package daemoneye.rpc.agent;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/// The name of this machine.
final class HostName {
    private static final int MOST = 57;

    private HostName() {}

    /// As the system says it; `localhost` if it does not know.
    static String read() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }

    /// The name as part of an id: lower case, `[a-z0-9_-]` only.
    static String asId(String host) {
        var safe = host.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
        var cut = safe.length() <= MOST ? safe : safe.substring(0, MOST);
        return cut.isBlank() ? "localhost" : cut;
    }
}
