package daemoneye.rpc.transport.netty;

import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.WireRefusal;

import java.io.FileNotFoundException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;

/// Turns what the system says into a sentence that says what to do. The system's own words are all
/// there is to tell its faults apart: the classes differ between Netty's and Java's sockets.
final class Faults {
    private static final int FIRST_FREE_PORT = 1024;

    private Faults() {}

    static WireRefusal connecting(Address address, Throwable cause) {
        if (cause instanceof WireRefusal refusal) {
            return refusal;
        }
        return new WireRefusal(whyNotConnected(address, cause, words(cause)), cause);
    }

    static WireRefusal listening(Address address, Throwable cause) {
        if (cause instanceof WireRefusal refusal) {
            return refusal;
        }
        return new WireRefusal(whyNotListening(address, cause, words(cause)), cause);
    }

    static boolean isPermission(Throwable cause) {
        return words(cause).contains("permission denied");
    }

    private static String whyNotConnected(Address address, Throwable cause, String words) {
        if (cause instanceof RejectedExecutionException) {
            return "This wire is closed: make a new one.";
        }
        if (cause instanceof UnknownHostException) {
            return unknownHost(address);
        }
        if (words.contains("refused")) {
            return "Nobody listens at %s: start a broker there, or correct the address."
                    .formatted(address);
        }
        if (cause instanceof FileNotFoundException || words.contains("no such file")) {
            return "There is no socket file for %s: start a broker there, or correct the path."
                    .formatted(address);
        }
        if (words.contains("permission denied")) {
            return "There is no permission to connect to %s: run as the user that runs the broker."
                    .formatted(address);
        }
        if (words.contains("timed out")) {
            return "No answer from %s: check the host, the port and the firewall between."
                    .formatted(address);
        }
        return "The connection to %s failed: %s. Check the address and that a broker runs there."
                .formatted(address, saying(cause));
    }

    private static String whyNotListening(Address address, Throwable cause, String words) {
        if (cause instanceof RejectedExecutionException) {
            return "This wire is closed: make a new one.";
        }
        if (cause instanceof UnknownHostException) {
            return unknownHost(address);
        }
        if (words.contains("in use")) {
            return "Somebody is already listening at %s: stop that program, or choose another %s."
                    .formatted(address, address instanceof Address.Tcp ? "port" : "path");
        }
        if (words.contains("permission denied")) {
            return address instanceof Address.Tcp tcp && tcp.port() < FIRST_FREE_PORT
                    ? "Port %d takes administrator rights: choose a port above 1023."
                            .formatted(tcp.port())
                    : "There is no permission to listen at %s: choose a place of your own."
                            .formatted(address);
        }
        if (words.contains("cannot assign") || words.contains("can't assign")) {
            return "The host in %s is not this machine: use 127.0.0.1 or a Unix socket."
                    .formatted(address);
        }
        return "Listening at %s failed: %s. Choose another address."
                .formatted(address, saying(cause));
    }

    private static String unknownHost(Address address) {
        return "The host in %s is not known: correct its name, or use its number."
                .formatted(address);
    }

    private static String words(Throwable cause) {
        return saying(cause).toLowerCase(Locale.ROOT);
    }

    private static String saying(Throwable cause) {
        return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    }
}
