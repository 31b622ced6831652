package daemoneye.rpc.transport.auth;

import daemoneye.rpc.protocol.operation.Role;

import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/// A secret that a client and a broker share, and what it entitles to. Written as one line, `name
/// role secret`; never written by `toString`, so that no log can hold the secret by mistake.
public final class Token {
    /// Bytes of a secret: as many as its proofs have.
    public static final int SECRET_BYTES = 32;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.@-]{0,62}");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private final String name;
    private final Role role;
    private final byte[] secret;

    private Token(String name, Role role, byte[] secret) {
        this.name = name;
        this.role = role;
        this.secret = secret;
    }

    /// @throws IllegalArgumentException with a sentence, if the name or the secret is none
    public static Token of(String name, Role role, byte[] secret) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a token's name has 1 to 63 of the characters A-Z a-z 0-9 _ . @ - and begins"
                            + " with a letter or a digit");
        }
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "a token's secret has %d bytes, not %d".formatted(SECRET_BYTES, secret.length));
        }
        return new Token(name, role, secret.clone());
    }

    /// Reads `name role secret`.
    ///
    /// @throws IllegalArgumentException with a sentence that does not repeat the secret
    public static Token parse(String line) {
        var words = SPACE.split(line.strip(), -1);
        if (words.length != 3) {
            throw new IllegalArgumentException("a token is written as: name role secret");
        }
        return of(words[0], role(words[1]), secret(words[2]));
    }

    /// The name; also what its sessions are called.
    public String name() {
        return name;
    }

    /// The most that its sessions may do.
    public Role role() {
        return role;
    }

    /// As [#parse] reads it, secret included.
    public String line() {
        return name + " " + role.wireName() + " " + text(secret);
    }

    /// Never holds the secret.
    @Override
    public String toString() {
        return "token " + name + " (" + role.wireName() + ")";
    }

    /// For [Proofs] only.
    byte[] secret() {
        return secret;
    }

    private static Role role(String text) {
        return Role.named(text.toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "a token's role is viewer, operator, admin, collector or"
                                                + " agent"));
    }

    private static byte[] secret(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "a token's secret is %d bytes in base64url".formatted(SECRET_BYTES), e);
        }
    }

    private static String text(byte[] secret) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
