package daemoneye.rpc.collector.netmond;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Optional;
import java.util.StringTokenizer;

/// Reads a line of `/proc/net/tcp` and its kin: `sl local remote state …`, addresses in hexadecimal
/// words of the machine's own byte order.
final class SocketLine {
    private static final int WORD_BYTES = 4;

    /// States by the kernel's number, from 1.
    private static final SocketState[] STATES = {
        SocketState.ESTABLISHED,
        SocketState.SYN_SENT,
        SocketState.SYN_RECEIVED,
        SocketState.FIN_WAIT_1,
        SocketState.FIN_WAIT_2,
        SocketState.TIME_WAIT,
        SocketState.CLOSED,
        SocketState.CLOSE_WAIT,
        SocketState.LAST_ACK,
        SocketState.LISTENING,
        SocketState.CLOSING,
        SocketState.SYN_RECEIVED
    };

    private SocketLine() {}

    /// Empty for the heading and for lines that are not of that form.
    static Optional<SocketEntry> parse(Protocol protocol, String line) {
        var tokens = new StringTokenizer(line);
        if (tokens.countTokens() < 4 || !tokens.nextToken().endsWith(":")) {
            return Optional.empty();
        }
        try {
            var local = endpoint(tokens.nextToken());
            var remote = endpoint(tokens.nextToken());
            int state = Integer.parseInt(tokens.nextToken(), 16);
            return Optional.of(new SocketEntry(protocol, local, remote, state(protocol, state)));
        } catch (IllegalArgumentException | UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static SocketState state(Protocol protocol, int number) {
        if (!protocol.isTcp()) {
            return SocketState.OPEN;
        }
        return number >= 1 && number <= STATES.length ? STATES[number - 1] : SocketState.UNKNOWN;
    }

    private static String endpoint(String text) throws UnknownHostException {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("no port: " + text);
        }
        var words = HexFormat.of().parseHex(text.substring(0, colon));
        if (words.length % WORD_BYTES != 0) {
            throw new IllegalArgumentException("no whole words: " + text);
        }
        var host = InetAddress.getByAddress(networkOrder(words)).getHostAddress();
        int port = Integer.parseInt(text.substring(colon + 1), 16);
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    private static byte[] networkOrder(byte[] words) {
        if (ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN) {
            return words;
        }
        var bytes = new byte[words.length];
        for (int at = 0; at < words.length; at++) {
            int word = at / WORD_BYTES * WORD_BYTES;
            bytes[at] = words[word + WORD_BYTES - 1 - (at - word)];
        }
        return bytes;
    }
}
