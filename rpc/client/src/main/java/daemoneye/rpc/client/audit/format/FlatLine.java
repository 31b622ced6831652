package daemoneye.rpc.client.audit.format;

import java.nio.charset.StandardCharsets;

/// Builds one line: a flat JSON object of texts and whole numbers, in ASCII alone, closed by its
/// own hash.
///
/// ```
/// {"seq":7,"time":"…",…,"prev":"64 hex","hash":"64 hex"}\n
/// └──────────── hashed ────────────────┘
/// ```
///
/// Everything beyond printable ASCII is escaped: no reason that somebody gives can move a cursor,
/// turn the direction of writing or begin a line of its own.
final class FlatLine {
    /// Between what is hashed and the hash.
    static final String BEFORE_HASH = ",\"hash\":\"";

    static final String AFTER_HASH = "\"}";

    /// Bytes after what is hashed, without the end of the line.
    static final int TAIL = BEFORE_HASH.length() + Digest.DIGITS + AFTER_HASH.length();

    private static final String HEX = "0123456789abcdef";
    private final StringBuilder text = new StringBuilder(768).append('{');

    FlatLine number(String name, long value) {
        name(name).append(value);
        return this;
    }

    FlatLine text(String name, String value) {
        quote(name(name), value);
        return this;
    }

    /// The line, with its hash and its end.
    Sealed seal() {
        var hash = Digest.of(text.toString().getBytes(StandardCharsets.US_ASCII));
        text.append(BEFORE_HASH).append(hash).append(AFTER_HASH).append('\n');
        return new Sealed(text.toString().getBytes(StandardCharsets.US_ASCII), hash);
    }

    /// A line that is ready to be written.
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Sealed(byte[] bytes, String hash) {}

    private StringBuilder name(String name) {
        if (text.length() > 1) {
            text.append(',');
        }
        return text.append('"').append(name).append("\":");
    }

    private static void quote(StringBuilder to, String value) {
        to.append('"');
        for (int at = 0; at < value.length(); at++) {
            char each = value.charAt(at);
            if (each == '"' || each == '\\') {
                to.append('\\').append(each);
            } else if (each >= ' ' && each <= '~') {
                to.append(each);
            } else {
                escape(to, each);
            }
        }
        to.append('"');
    }

    private static void escape(StringBuilder to, char each) {
        to.append("\\u")
                .append(HEX.charAt(each >> 12))
                .append(HEX.charAt((each >> 8) & 15))
                .append(HEX.charAt((each >> 4) & 15))
                .append(HEX.charAt(each & 15));
    }
}
