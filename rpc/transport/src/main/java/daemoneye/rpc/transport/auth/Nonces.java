package daemoneye.rpc.transport.auth;

import daemoneye.rpc.transport.body.NonceBody;

import java.security.SecureRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Bytes that nobody can foresee, and that never come twice.
public final class Nonces {
    private Nonces() {}

    /// By the system's generator, made when first needed: most commands never need it.
    public static Supplier<byte[]> secure() {
        return () -> of(Lazy.SYSTEM);
    }

    /// As many bytes as a nonce, and a token's secret, have.
    public static byte[] of(RandomGenerator random) {
        var bytes = new byte[NonceBody.BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    private static final class Lazy {
        static final SecureRandom SYSTEM = new SecureRandom();
    }
}
