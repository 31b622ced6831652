package daemoneye.rpc.broker.access;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.transport.auth.Proofs;
import daemoneye.rpc.transport.auth.Token;
import daemoneye.rpc.transport.body.HelloBody;
import daemoneye.rpc.transport.body.NonceBody;
import daemoneye.rpc.transport.bus.RefusalCode;
import daemoneye.rpc.transport.frame.MalformedFrame;
import daemoneye.rpc.transport.wire.CloseReason;
import daemoneye.rpc.transport.wire.Origin;

import java.util.Optional;
import java.util.function.UnaryOperator;

/// Decides what one client is let in as. One per connection, for the loop thread.
///
/// ```
///  HELLO ─┬─ with a token ─► challenge ─► PROOF ─┬─ right ─► the token's role at most
///         │                                      └─ wrong ─► a stranger
///         ├─ without, same user, or no tokens here ───────► any role
///         └─ without, and tokens are needed ──────────────► a stranger
/// ```
public final class Entrance {
    private static final String STRANGER =
            "the token is unknown or wrong: give the file of one that the broker knows"
                    + " (--token-file)";
    private static final String NO_TOKENS =
            "this broker knows no tokens: leave --token-file and DAEMONEYE_TOKEN_FILE out, or start"
                    + " it with --tokens";
    private static final String TOKEN_NEEDED =
            "a token is needed at this address: give its file (--token-file), or use the broker's"
                    + " Unix socket";

    private final TokenBook tokens;
    private final Origin origin;
    private Optional<Challenged> challenged = Optional.empty();

    public Entrance(TokenBook tokens, Origin origin) {
        this.tokens = tokens;
        this.origin = origin;
    }

    /// What is to be done next.
    public sealed interface Step {
        /// Let it in.
        ///
        /// @param proof of ours, for what WELCOME says before it; empty bytes without a token
        record LetIn(HelloBody hello, Access access, UnaryOperator<byte[]> proof) implements Step {}

        /// Send this body of CHALLENGE.
        @SuppressWarnings("ArrayRecordComponent") // bytes for the wire, never compared
        record Ask(byte[] body) implements Step {}

        /// Send it away, and say why.
        record Refuse(CloseReason why) implements Step {}

        /// The same, but it could not prove who it is: later, so that guessing is slow.
        record Stranger(CloseReason why) implements Step {}
    }

    /// @param bytes body of HELLO, as it came
    @SuppressWarnings("ArrayRecordComponent") // bytes of the wire, never compared
    private record Challenged(HelloBody hello, byte[] bytes, byte[] challenge) {}

    /// @param bytes the body that `hello` was read from
    public Step hello(HelloBody hello, byte[] bytes) {
        if (!hello.entry().token().isEmpty()) {
            var challenge = NonceBody.write(tokens.nonce());
            challenged = Optional.of(new Challenged(hello, bytes, challenge));
            return new Step.Ask(challenge);
        }
        return origin == Origin.SAME_USER || tokens.isEmpty()
                ? letIn(hello, Role.AGENT, hello.name(), _ -> new byte[0])
                : stranger(TOKEN_NEEDED);
    }

    /// @param body of PROOF
    public Step proof(byte[] body) throws MalformedFrame {
        if (challenged.isEmpty()) {
            throw new MalformedFrame("the first frame must be HELLO, not PROOF");
        }
        var asked = challenged.get();
        challenged = Optional.empty();
        var known = tokens.named(asked.hello().entry().token());
        var token = known.orElse(tokens.nobodys());
        var wanted = Proofs.ofClient(token, asked.bytes(), asked.challenge());
        boolean right = Proofs.same(wanted, NonceBody.read("proof", body));
        if (right && known.isPresent()) {
            return letIn(asked, token);
        }
        return stranger(tokens.isEmpty() ? NO_TOKENS : STRANGER);
    }

    private static Step letIn(Challenged asked, Token token) {
        var hello = asked.hello();
        boolean itsOwn = token.role() == Role.COLLECTOR;
        if (itsOwn && !token.name().equals(hello.name())) {
            return refuse(
                    RefusalCode.ACCESS,
                    "the token of the collector %s cannot introduce %s: give it one of its own"
                            .formatted(token.name(), hello.name()));
        }
        boolean collector = roleOf(hello, token.role()).filter(Role.COLLECTOR::equals).isPresent();
        return letIn(
                hello,
                token.role(),
                collector ? hello.name() : token.name(),
                welcome -> Proofs.ofBroker(token, asked.bytes(), asked.challenge(), welcome));
    }

    private static Step letIn(
            HelloBody hello, Role most, String name, UnaryOperator<byte[]> proof) {
        var role = roleOf(hello, most);
        if (role.isEmpty()) {
            return refuse(RefusalCode.ACCESS, "the role that was asked for is none we know");
        }
        if (!most.allows(role.get())) {
            return refuse(
                    RefusalCode.ACCESS,
                    "%s may not have the role %s, its token is for %s: ask for less, or give"
                                    .formatted(name, role.get().wireName(), most.wireName())
                            + " another token");
        }
        var idFault = role.get() == Role.COLLECTOR ? CollectorId.fault(name) : noFault();
        return idFault.isPresent()
                ? refuse(RefusalCode.NAME, "a collector is called by its id: " + idFault.get())
                : new Step.LetIn(hello, Access.of(role.get(), name), proof);
    }

    /// What it asked for, else what is usual for its kind.
    private static Optional<Role> roleOf(HelloBody hello, Role most) {
        if (!hello.entry().role().isEmpty()) {
            return Role.named(hello.entry().role());
        }
        return Optional.of(
                switch (hello.kind()) {
                    case "collector" -> Role.COLLECTOR;
                    case "agent" -> Role.AGENT;
                    default -> most == Role.AGENT ? Role.ADMIN : most;
                });
    }

    private static Optional<String> noFault() {
        return Optional.empty();
    }

    private static Step refuse(String code, String sentence) {
        return new Step.Refuse(CloseReason.broken(code, sentence));
    }

    private static Step stranger(String sentence) {
        return new Step.Stranger(CloseReason.broken(RefusalCode.AUTH_FAILED, sentence));
    }
}
