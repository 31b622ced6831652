package daemoneye.rpc.broker.access;

import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.transport.auth.Nonces;
import daemoneye.rpc.transport.auth.Token;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The tokens that a broker knows, and the nonces with which it asks for them. For an unknown name
/// there is a secret that nobody knows, so that finding out takes as long as with a known one.
public final class TokenBook {
    private final Map<String, Token> tokens = new HashMap<>();
    private final RandomGenerator random;
    private final Token nobodys;

    private TokenBook(List<Token> tokens, RandomGenerator random) {
        tokens.forEach(token -> this.tokens.put(token.name(), token));
        this.random = random;
        nobodys = Token.of("nobody", Role.VIEWER, Nonces.of(random));
    }

    /// @param random unforeseeable; for nonces
    public static TokenBook of(List<Token> tokens, RandomGenerator random) {
        return new TokenBook(tokens, random);
    }

    /// With the system's generator.
    public static TokenBook of(List<Token> tokens) {
        return of(tokens, new SecureRandom());
    }

    /// Knows none: only who people are on this machine counts.
    public static TokenBook empty() {
        return of(List.of());
    }

    /// Whether there are none.
    public boolean isEmpty() {
        return tokens.isEmpty();
    }

    Optional<Token> named(String name) {
        return Optional.ofNullable(tokens.get(name));
    }

    /// What an unknown name is compared with.
    Token nobodys() {
        return nobodys;
    }

    byte[] nonce() {
        return Nonces.of(random);
    }
}
