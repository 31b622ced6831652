package daemoneye.rpc.transport.wire;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Reads addresses; every refusal shows the right form.
final class AddressGrammar {
    private static final String FORMS =
            "write unix:PATH, e.g. unix:/run/user/1000/daemoneye/broker.sock, or tcp:HOST:PORT,"
                    + " e.g. tcp:127.0.0.1:7311";

    private AddressGrammar() {}

    static Address parse(String text) {
        int colon = text.indexOf(':');
        var scheme = colon < 0 ? "" : text.substring(0, colon);
        var rest = text.substring(colon + 1);
        return switch (scheme) {
            case "unix" -> unix(text, rest);
            case "tcp" -> tcp(text, rest);
            case "memory" -> new Address.Memory(rest);
            default -> throw refusal(text, "it begins with neither unix: nor tcp:");
        };
    }

    private static Address unix(String text, String path) {
        if (path.isEmpty()) {
            throw refusal(text, "the path is missing");
        }
        try {
            return new Address.UnixSocket(Path.of(path));
        } catch (InvalidPathException e) {
            throw refusal(text, "the path is not one: " + e.getReason());
        }
    }

    private static Address tcp(String text, String rest) {
        int colon = rest.lastIndexOf(':');
        if (colon <= 0) {
            throw refusal(text, "host or port is missing");
        }
        var host = rest.substring(0, colon).replace("[", "").replace("]", "");
        try {
            return new Address.Tcp(host, Integer.parseInt(rest.substring(colon + 1)));
        } catch (NumberFormatException e) {
            throw refusal(text, "the port is not a number");
        }
    }

    private static IllegalArgumentException refusal(String text, String why) {
        return new IllegalArgumentException(
                "\"%s\" is not an address: %s; %s".formatted(text, why, FORMS));
    }
}
