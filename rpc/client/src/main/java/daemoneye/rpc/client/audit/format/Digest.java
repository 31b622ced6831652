package daemoneye.rpc.client.audit.format;

import org.apache.commons.codec.digest.Blake3;

import java.util.HexFormat;

/// BLAKE3 with 256 bits, written as 64 lower-case hex digits.
public final class Digest {
    /// Hex digits of a hash.
    public static final int DIGITS = 64;

    /// What stands as the previous hash in the first entry of a log.
    public static final String NONE = "0".repeat(DIGITS);

    private Digest() {}

    public static String of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    public static String of(byte[] bytes, int from, int length) {
        var hash = new byte[DIGITS / 2];
        Blake3.initHash().update(bytes, from, length).doFinalize(hash);
        return HexFormat.of().formatHex(hash);
    }
}
