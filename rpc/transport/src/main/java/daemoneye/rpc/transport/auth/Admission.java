package daemoneye.rpc.transport.auth;

import daemoneye.rpc.protocol.operation.Role;

import java.util.Optional;

/// What a client wants to be let in as, and with what. The broker decides; a client that asks for a
/// role, or has a token, accepts no less than it asked for: neither another role, nor a broker that
/// does not prove that it knows the token.
///
/// @param role wanted; empty: what is usual for the kind of client
/// @param token to prove; empty: by who we are on this machine
public record Admission(Optional<Role> role, Optional<Token> token) {
    /// As who we are, with all that goes with it.
    public static final Admission USUAL = new Admission(Optional.empty(), Optional.empty());

    /// With a token.
    public static Admission with(Token token) {
        return new Admission(Optional.empty(), Optional.of(token));
    }

    /// As the same, but in this role.
    public Admission as(Role wanted) {
        return new Admission(Optional.of(wanted), token);
    }
}
