package daemoneye.rpc.transport.bus;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.auth.Nonces;
import daemoneye.rpc.transport.auth.Proofs;
import daemoneye.rpc.transport.auth.Token;
import daemoneye.rpc.transport.body.HelloBody;
import daemoneye.rpc.transport.body.NonceBody;
import daemoneye.rpc.transport.body.WelcomeBody;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.wire.ScriptedLink;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Random;

/// The client's side of a handshake with a token; the test plays the broker.
class ProvingHandshakeTest {
    private static final ClientIdentity ME = new ClientIdentity("console@desk", "console", "1", 7);
    private static final Token ANNA = token("anna", 1);
    private static final Random RANDOM = new Random(3);

    private ScriptedLink link = new ScriptedLink();
    private Handshake handshake = begun(Admission.with(ANNA));

    @Test
    void theTokenIsNamedAndProvenButNeverSaid() throws Exception {
        var hello = HelloBody.read(link.last().body());
        assertThat(hello.entry().token()).isEqualTo("anna");
        assertThat(hello.entry().nonce()).hasSize(64);
        var challenge = challenge();
        assertThat(link.last().header().type()).isEqualTo(FrameType.PROOF);
        assertThat(NonceBody.read("proof", link.last().body()))
                .isEqualTo(Proofs.ofClient(ANNA, sent(0).body(), challenge));
    }

    @Test
    void aBrokerThatProvesItselfIsBelieved() {
        welcome(ANNA, challenge(), "viewer");
        var welcome = handshake.result().join().welcome();
        assertThat(welcome.role()).contains(Role.VIEWER);
        assertThat(welcome.name()).isEqualTo("anna");
    }

    @Test
    void aBrokerWithAnotherTokenOfTheSameNameIsRefused() {
        welcome(token("anna", 2), challenge(), "viewer");
        assertThat(refusal().code()).isEqualTo("auth_failed");
        assertThat(refusal()).hasMessageContaining("did not prove");
    }

    @Test
    void aBrokerThatDoesNotAskIsRefusedRatherThanTrusted() {
        var plain = new WelcomeBody(1, 9, 1 << 20, 3, "desk", "2.0").toBytes();
        receive(FrameType.WELCOME, plain);
        assertThat(refusal().code()).isEqualTo("auth_failed");
    }

    @Test
    void aWelcomeOfAnotherHandshakeIsRefused() {
        var recorded = welcomeFor(ANNA, challenge(), "viewer");
        handshake = begun(Admission.with(ANNA));
        challenge();
        receive(FrameType.WELCOME, recorded);
        assertThat(refusal().code()).isEqualTo("auth_failed");
    }

    @Test
    void aRoleThatWasChangedOnTheWayIsNoticed() {
        var challenge = challenge();
        var told = welcomeFor(ANNA, challenge, "viewer");
        var lie = new WelcomeBody(1, 9, 1 << 20, 3, "desk", "2", entry("admin")).toBytes();
        receive(
                FrameType.WELCOME,
                WelcomeBody.withProof(
                        lie, Arrays.copyOfRange(told, told.length - 32, told.length)));
        assertThat(refusal().code()).isEqualTo("auth_failed");
    }

    @Test
    void aSecondChallengeAndOneThatNobodyAskedForAreRefused() {
        challenge();
        challenge();
        assertThat(refusal().code()).isEqualTo("bad_frame");
        handshake = begun(Admission.USUAL);
        receive(FrameType.CHALLENGE, NonceBody.write(new byte[32]));
        assertThat(refusal()).hasMessageContaining("not asked for");
    }

    @Test
    void aTruncatedChallengeAndATruncatedProofAreRefused() {
        receive(FrameType.CHALLENGE, new byte[] {0, 32, 1});
        assertThat(refusal()).hasMessageContaining("challenge.nonce is cut off");
        handshake = begun(Admission.with(ANNA));
        var whole = welcomeFor(ANNA, challenge(), "viewer");
        receive(FrameType.WELCOME, Arrays.copyOf(whole, whole.length - 1));
        assertThat(refusal()).hasMessageContaining("welcome.proof is cut off");
    }

    @Test
    void anotherRoleThanTheOneAskedForIsRefused() {
        handshake = begun(Admission.USUAL.as(Role.VIEWER));
        receive(
                FrameType.WELCOME,
                new WelcomeBody(1, 9, 1 << 20, 3, "desk", "2", entry("admin")).toBytes());
        assertThat(refusal().code()).isEqualTo("access");
        assertThat(refusal()).hasMessageContaining("the role viewer was asked for");
    }

    @Test
    void aBrokerThatIsTooOldForRolesIsRefusedIfOneWasAskedFor() {
        handshake = begun(Admission.USUAL.as(Role.VIEWER));
        receive(FrameType.WELCOME, new WelcomeBody(1, 9, 1 << 20, 3, "desk", "2.0").toBytes());
        assertThat(refusal()).hasMessageContaining("too old for roles");
    }

    private Handshake begun(Admission admission) {
        link = new ScriptedLink();
        var fresh =
                new Handshake(Runnable::run, new FakeTicker(), admission, () -> Nonces.of(RANDOM));
        fresh.begin(link, ME);
        return fresh;
    }

    private byte[] challenge() {
        var body = NonceBody.write(Nonces.of(RANDOM));
        receive(FrameType.CHALLENGE, body);
        return body;
    }

    private void welcome(Token token, byte[] challenge, String role) {
        receive(FrameType.WELCOME, welcomeFor(token, challenge, role));
    }

    private byte[] welcomeFor(Token token, byte[] challenge, String role) {
        var before = new WelcomeBody(1, 9, 1 << 20, 3, "desk", "2", entry(role)).toBytes();
        var proof = Proofs.ofBroker(token, sent(0).body(), challenge, before);
        return WelcomeBody.withProof(before, proof);
    }

    private static WelcomeBody.Entry entry(String role) {
        return new WelcomeBody.Entry(role, "anna");
    }

    private Frame sent(int at) {
        return link.sent().get(at);
    }

    private void receive(FrameType type, byte[] body) {
        handshake.onFrame(link, new Frame(FrameHeader.of(type), body));
    }

    private BusRefusal refusal() {
        assertThat(handshake.result()).isCompletedExceptionally();
        return (BusRefusal) handshake.result().exceptionNow();
    }

    private static Token token(String name, long seed) {
        return Token.of(name, Role.VIEWER, Nonces.of(new Random(seed)));
    }
}
