package daemoneye.rpc.collector.executables;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Whether and how executables are hashed.
///
/// @param on whether at all
/// @param key empty for SHA-256; else of HMAC-SHA-256, whose values nobody can look up elsewhere
public record HashRule(boolean on, String key) {
    /// Not at all.
    public static final HashRule OFF = new HashRule(false, "");

    /// How events call the hash: `sha256`, or `hmac_sha256`.
    public String fieldName() {
        return key.isEmpty() ? "sha256" : "hmac_sha256";
    }

    /// The key is a secret.
    @Override
    public String toString() {
        return on ? fieldName() : "off";
    }

    /// A hash that is being computed.
    interface Running {
        void update(ByteBuffer bytes);

        /// In hexadecimal, lower case.
        String finish();
    }

    Running begin() {
        try {
            return key.isEmpty() ? digest() : mac();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Running digest() throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-256");
        return running(digest::update, digest::digest);
    }

    private Running mac() throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
        return running(mac::update, mac::doFinal);
    }

    private static Running running(Consumer<ByteBuffer> update, Supplier<byte[]> finish) {
        return new Running() {
            @Override
            public void update(ByteBuffer bytes) {
                update.accept(bytes);
            }

            @Override
            public String finish() {
                return HexFormat.of().formatHex(finish.get());
            }
        };
    }
}
