package daemoneye.rpc.broker.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.broker.access.Entrance.Step;
import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.transport.auth.Nonces;
import daemoneye.rpc.transport.auth.Proofs;
import daemoneye.rpc.transport.auth.Token;
import daemoneye.rpc.transport.body.EntryWish;
import daemoneye.rpc.transport.body.HelloBody;
import daemoneye.rpc.transport.body.NonceBody;
import daemoneye.rpc.transport.frame.MalformedFrame;
import daemoneye.rpc.transport.wire.Origin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;

class EntranceTest {
    private static final Random RANDOM = new Random(5);
    private static final Token ANNA = token("anna", Role.VIEWER);
    private static final Token ROOT = token("root", Role.ADMIN);
    private static final Token HOST = token("host7", Role.AGENT);
    private static final Token PROCMOND = token("procmond", Role.COLLECTOR);
    private static final TokenBook BOOK =
            TokenBook.of(List.of(ANNA, ROOT, HOST, PROCMOND), new Random(6));

    private Entrance entrance = new Entrance(BOOK, Origin.SAME_MACHINE);

    /// Most: of the token; wanted: in HELLO, - for none; expected: role and name, or the refusal.
    @ParameterizedTest(name = "{0} {1} {2} as {3}: {4} {5}")
    @CsvSource({
        "anna,     cli-x,    cli,       -,         viewer,    anna",
        "anna,     cli-x,    cli,       viewer,    viewer,    anna",
        "anna,     cli-x,    cli,       operator,  access,    ''",
        "anna,     cli-x,    cli,       admin,     access,    ''",
        "anna,     cli-x,    cli,       agent,     access,    ''",
        "anna,     anna,     agent,     -,         access,    ''",
        "anna,     procmond, collector, -,         access,    ''",
        "root,     cli-x,    cli,       -,         admin,     root",
        "root,     cli-x,    cli,       viewer,    viewer,    root",
        "root,     host7,    agent,     -,         access,    ''",
        "root,     procmond, collector, -,         access,    ''",
        "host7,    desk,     agent,     -,         agent,     host7",
        "host7,    cli-x,    cli,       -,         admin,     host7",
        "host7,    netmond,  collector, -,         collector, netmond",
        "host7,    No Id,    collector, -,         name,      ''",
        "procmond, procmond, collector, -,         collector, procmond",
        "procmond, netmond,  collector, -,         access,    ''",
        "procmond, procmond, cli,       viewer,    access,    ''",
        "procmond, procmond, agent,     -,         access,    ''",
        "anna,     cli-x,    cli,       emperor,   access,    ''",
    })
    void aTokenGivesItsOwnRoleAtMost(
            String token, String name, String kind, String wanted, String outcome, String called)
            throws Exception {
        var step = enter(BOOK.named(token).orElseThrow(), name, kind, wanted);
        switch (step) {
            case Step.LetIn in -> {
                assertThat(in.access().role().wireName()).isEqualTo(outcome);
                assertThat(in.access().name()).isEqualTo(called);
            }
            case Step.Refuse refused -> assertThat(refused.why().code()).isEqualTo(outcome);
            case Step.Ask _, Step.Stranger _ -> throw new AssertionError(step.toString());
        }
    }

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvSource({
        "cli,       -,        admin",
        "console,   viewer,   viewer",
        "console,   operator, operator",
        "agent,     -,        agent",
        "cli,       agent,    agent",
        "something, -,        admin",
    })
    void theSameUserMayBeWhateverItWants(String kind, String wanted, String role) {
        entrance = new Entrance(BOOK, Origin.SAME_USER);
        var hello = hello("me", kind, wanted, "");
        assertThat(entrance.hello(hello, hello.toBytes()))
                .isInstanceOfSatisfying(
                        Step.LetIn.class,
                        in -> assertThat(in.access().role().wireName()).isEqualTo(role));
    }

    @Test
    void whoeverReachesAPortNeedsATokenIfThereAreAny() {
        var hello = hello("me", "cli", "-", "");
        assertStranger(entrance.hello(hello, hello.toBytes()), "a token is needed");
        entrance = new Entrance(TokenBook.empty(), Origin.SAME_MACHINE);
        assertThat(entrance.hello(hello, hello.toBytes())).isInstanceOf(Step.LetIn.class);
    }

    @Test
    void aWrongSecretAndAnUnknownNameAreToldTheSame() throws Exception {
        var wrong = enter(token("anna", Role.VIEWER), "x", "cli", "-");
        entrance = new Entrance(BOOK, Origin.SAME_MACHINE);
        var unknown = enter(token("nobody", Role.VIEWER), "x", "cli", "-");
        assertThat(wrong).isInstanceOf(Step.Stranger.class).isEqualTo(unknown);
    }

    @Test
    void aTokenThatIsGivenIsNeverIgnored() throws Exception {
        entrance = new Entrance(TokenBook.empty(), Origin.SAME_USER);
        assertStranger(enter(ANNA, "x", "cli", "-"), "knows no tokens");
    }

    @Test
    void aRecordedHandshakeIsWorthNothing() throws Exception {
        var hello = hello("x", "cli", "-", "anna");
        var proof = proofFor(ANNA, hello.toBytes(), asked(hello));
        assertThat(entrance.proof(proof)).isInstanceOf(Step.LetIn.class);
        entrance = new Entrance(BOOK, Origin.SAME_MACHINE);
        asked(hello);
        assertStranger(entrance.proof(proof), "unknown or wrong");
    }

    @Test
    void everyBitOfTheHelloIsProven() throws Exception {
        var said = hello("x", "cli", "viewer", "root").toBytes();
        for (int bit = 0; bit < said.length * 8; bit++) {
            var heard = said.clone();
            heard[bit / 8] ^= (byte) (1 << bit % 8);
            entrance = new Entrance(BOOK, Origin.SAME_MACHINE);
            var changed = read(heard);
            if (changed.isEmpty() || changed.get(0).entry().token().isEmpty()) {
                continue;
            }
            var ask = entrance.hello(changed.get(0), heard);
            var proof = proofFor(ROOT, said, ((Step.Ask) ask).body());
            assertThat(entrance.proof(proof)).as("bit %d", bit).isInstanceOf(Step.Stranger.class);
        }
    }

    @Test
    void aProofCountsOnceAndNotWithoutAChallenge() throws Exception {
        assertThatThrownBy(() -> entrance.proof(NonceBody.write(new byte[32])))
                .isInstanceOf(MalformedFrame.class);
        var hello = hello("x", "cli", "-", "anna");
        var proof = proofFor(ANNA, hello.toBytes(), asked(hello));
        entrance.proof(proof);
        assertThatThrownBy(() -> entrance.proof(proof)).isInstanceOf(MalformedFrame.class);
    }

    @Test
    void noTwoChallengesAreTheSame() {
        var hello = hello("x", "cli", "-", "anna");
        assertThat(asked(hello)).isNotEqualTo(asked(hello));
    }

    private Step enter(Token token, String name, String kind, String wanted) throws Exception {
        var hello = hello(name, kind, wanted, token.name());
        return entrance.proof(proofFor(token, hello.toBytes(), asked(hello)));
    }

    private byte[] asked(HelloBody hello) {
        return ((Step.Ask) entrance.hello(hello, hello.toBytes())).body();
    }

    private static byte[] proofFor(Token token, byte[] hello, byte[] challenge) {
        return NonceBody.write(Proofs.ofClient(token, hello, challenge));
    }

    private static HelloBody hello(String name, String kind, String wanted, String token) {
        var nonce = token.isEmpty() ? "" : HexFormat.of().formatHex(Nonces.of(RANDOM));
        var wish = new EntryWish(wanted.equals("-") ? "" : wanted, token, nonce);
        return new HelloBody(1, 1, name, kind, "1", 7, wish);
    }

    private static List<HelloBody> read(byte[] bytes) {
        try {
            return List.of(HelloBody.read(bytes));
        } catch (MalformedFrame e) {
            return List.of();
        }
    }

    private static void assertStranger(Step step, String words) {
        assertThat(step)
                .isInstanceOfSatisfying(
                        Step.Stranger.class,
                        stranger -> {
                            assertThat(stranger.why().code()).isEqualTo("auth_failed");
                            assertThat(stranger.why().sentence()).contains(words);
                        });
    }

    private static Token token(String name, Role role) {
        return Token.of(name, role, Nonces.of(RANDOM));
    }
}
