package daemoneye.rpc.transport.auth;

import daemoneye.rpc.transport.frame.ByteWriter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What shows that a side knows a token's secret: HMAC-SHA-256 over everything that was said in the
/// handshake so far, and so over both nonces, the versions, names and roles. Whoever changes a byte
/// on the way, or repeats an old handshake, fails.
///
/// ```
/// client: HMAC(secret, "daemoneye client" ‖ len HELLO ‖ HELLO ‖ len CHALLENGE ‖ CHALLENGE)
/// broker: HMAC(secret, "daemoneye broker" ‖ the same ‖ len WELCOME ‖ WELCOME up to its proof)
/// ```
///
/// Bodies are taken as they were sent; each length is a `u16`.
public final class Proofs {
    private static final String ALGORITHM = "HmacSHA256";

    private Proofs() {}

    /// The body of PROOF.
    public static byte[] ofClient(Token token, byte[] hello, byte[] challenge) {
        return over(token, "daemoneye client", hello, challenge);
    }

    /// The end of WELCOME.
    public static byte[] ofBroker(Token token, byte[] hello, byte[] challenge, byte[] welcome) {
        return over(token, "daemoneye broker", hello, challenge, welcome);
    }

    /// Compares in a time that says nothing about where they differ.
    public static boolean same(byte[] wanted, byte[] given) {
        return MessageDigest.isEqual(wanted, given);
    }

    private static byte[] over(Token token, String label, byte[]... bodies) {
        var said = new ByteWriter(512).raw(label.getBytes(StandardCharsets.US_ASCII));
        for (var body : bodies) {
            said.bytes(body);
        }
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(token.secret(), ALGORITHM));
            return mac.doFinal(said.toBytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks " + ALGORITHM, e);
        }
    }
}
