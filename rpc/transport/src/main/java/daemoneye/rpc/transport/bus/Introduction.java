package daemoneye.rpc.transport.bus;

import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.auth.Proofs;
import daemoneye.rpc.transport.auth.Token;
import daemoneye.rpc.transport.body.EntryWish;
import daemoneye.rpc.transport.body.HelloBody;
import daemoneye.rpc.transport.body.NonceBody;
import daemoneye.rpc.transport.body.WelcomeBody;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.MalformedFrame;
import daemoneye.rpc.transport.wire.CloseReason;

import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/// What a client says of itself in one handshake, and what it accepts in return: never less than it
/// asked for. For the loop thread.
final class Introduction {
    private final Admission admission;
    private final Supplier<byte[]> nonces;
    private byte[] hello = {};
    private Optional<byte[]> challenge = Optional.empty();

    Introduction(Admission admission, Supplier<byte[]> nonces) {
        this.admission = admission;
        this.nonces = nonces;
    }

    /// The body of HELLO.
    byte[] hello(ClientIdentity who) {
        var wish =
                new EntryWish(
                        admission.role().map(Role::wireName).orElse(""),
                        admission.token().map(Token::name).orElse(""),
                        admission.token().map(_ -> nonce()).orElse(""));
        hello =
                new HelloBody(
                                FrameHeader.VERSION,
                                FrameHeader.VERSION,
                                who.name(),
                                who.kind(),
                                who.version(),
                                who.pid(),
                                wish)
                        .toBytes();
        return hello;
    }

    /// The body of PROOF.
    byte[] proof(byte[] challengeBody) throws MalformedFrame {
        NonceBody.read("challenge.nonce", challengeBody);
        var token = admission.token();
        if (token.isEmpty() || challenge.isPresent()) {
            throw new MalformedFrame("the broker sent a challenge that was not asked for");
        }
        challenge = Optional.of(challengeBody);
        return NonceBody.write(Proofs.ofClient(token.get(), hello, challengeBody));
    }

    /// Why we do not want to be let in like this, if we do not.
    Optional<CloseReason> fault(byte[] welcomeBody) throws MalformedFrame {
        if (admission.token().isPresent() && !proven(admission.token().get(), welcomeBody)) {
            return Optional.of(SessionEnds.UNPROVEN);
        }
        var given = WelcomeBody.read(welcomeBody).entry().role();
        return admission
                .role()
                .filter(wanted -> !wanted.wireName().equals(given))
                .map(wanted -> SessionEnds.otherRole(wanted, given));
    }

    private boolean proven(Token token, byte[] welcomeBody) throws MalformedFrame {
        if (challenge.isEmpty()) {
            return false;
        }
        var given = WelcomeBody.proven(welcomeBody);
        var wanted = Proofs.ofBroker(token, hello, challenge.get(), given.before());
        return Proofs.same(wanted, given.proof());
    }

    private String nonce() {
        return HexFormat.of().formatHex(nonces.get());
    }
}
