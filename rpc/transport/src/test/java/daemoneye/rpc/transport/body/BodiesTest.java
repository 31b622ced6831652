package daemoneye.rpc.transport.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.transport.frame.MalformedFrame;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

class BodiesTest {
    private static final HelloBody HELLO =
            new HelloBody(1, 3, "console@höst", "console", "0.1.0", 4711);
    private static final HelloBody PROVING =
            new HelloBody(
                    1,
                    3,
                    "console@höst",
                    "console",
                    "0.1.0",
                    4711,
                    new EntryWish("viewer", "anna", "0f".repeat(32)));
    private static final WelcomeBody WELCOME = new WelcomeBody(1, 7, 1 << 20, 3, "broker", "0.1.0");
    private static final WelcomeBody LET_IN =
            new WelcomeBody(
                    1, 7, 1 << 20, 3, "broker", "0.1.0", new WelcomeBody.Entry("viewer", "anna"));

    /// Bytes of the fields that were added for roles, when they are empty.
    private static final int HELLO_TAIL = 6;

    private static final int WELCOME_TAIL = 4;

    private interface Reader {
        Object read(byte[] body) throws MalformedFrame;
    }

    private static void refusesEveryCut(byte[] whole, Reader reader) {
        refusesEveryCut(whole, reader, whole.length);
    }

    /// @param older length of the body in a version without the fields at its end
    private static void refusesEveryCut(byte[] whole, Reader reader, int older) {
        for (int length = 0; length < whole.length; length++) {
            if (length == older) {
                continue;
            }
            var cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> reader.read(cut))
                    .isInstanceOf(MalformedFrame.class)
                    .hasMessageContaining("is cut off");
        }
    }

    private static byte[] longer(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length + 3);
    }

    @Test
    void helloComesBackAsItWas() throws MalformedFrame {
        assertThat(HelloBody.read(HELLO.toBytes())).isEqualTo(HELLO);
        assertThat(HelloBody.read(PROVING.toBytes())).isEqualTo(PROVING);
        refusesEveryCut(PROVING.toBytes(), HelloBody::read, HELLO.toBytes().length - HELLO_TAIL);
    }

    @Test
    void helloOfAnOlderVersionAsksForNothing() throws MalformedFrame {
        var whole = HELLO.toBytes();
        assertThat(HelloBody.read(Arrays.copyOf(whole, whole.length - HELLO_TAIL)))
                .isEqualTo(HELLO);
    }

    @Test
    void aNonceOfAnotherLengthIsRefused() {
        var short31 = new EntryWish("", "anna", "0f".repeat(31));
        var hello = new HelloBody(1, 1, "x", "cli", "1", 1, short31).toBytes();
        assertThatThrownBy(() -> HelloBody.read(hello))
                .hasMessage("hello.nonce has 31 bytes, 32 are needed");
        assertThatThrownBy(() -> NonceBody.read("proof", new byte[] {0, 1, 7}))
                .hasMessage("proof has 1 bytes, 32 are needed");
        assertThatThrownBy(() -> NonceBody.read("proof", new byte[] {0, 33}))
                .hasMessage("proof has 33 bytes, at most 32 are allowed");
        assertThatThrownBy(() -> NonceBody.read("proof", new byte[] {0, 32, 1}))
                .hasMessageContaining("is cut off");
    }

    @Test
    void helloOfANewerVersionMaySayMore() throws MalformedFrame {
        assertThat(HelloBody.read(longer(HELLO.toBytes()))).isEqualTo(HELLO);
        assertThat(HELLO.speaks(3)).isTrue();
        assertThat(HELLO.speaks(4)).isFalse();
        assertThat(HELLO.speaks(0)).isFalse();
    }

    @Test
    void helloWithoutANameIsRefused() {
        var nameless = new HelloBody(1, 1, "", "cli", "1", 1).toBytes();
        assertThatThrownBy(() -> HelloBody.read(nameless)).hasMessage("hello.name is empty");
    }

    @Test
    void aNameThatIsTooLongIsRefusedOnBothSides() {
        var tooLong = new HelloBody(1, 1, "x".repeat(129), "cli", "1", 1);
        assertThatThrownBy(tooLong::toBytes)
                .hasMessage("hello.name has 129 bytes, at most 128 are allowed");
        assertThatThrownBy(() -> HelloBody.read(new byte[] {0, 1, 0, 1, 0, (byte) 129, 'x'}))
                .hasMessage("hello.name has 129 bytes, at most 128 are allowed");
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        assertThatThrownBy(() -> PatternBody.read(new byte[] {0, 2, (byte) 0xc3, 0x28}))
                .hasMessage("subscribe.pattern is not UTF-8 text");
    }

    @Test
    void welcomeComesBackAsItWas() throws MalformedFrame {
        assertThat(WelcomeBody.read(longer(WELCOME.toBytes()))).isEqualTo(WELCOME);
        assertThat(WelcomeBody.read(LET_IN.toBytes())).isEqualTo(LET_IN);
        refusesEveryCut(
                LET_IN.toBytes(), WelcomeBody::read, WELCOME.toBytes().length - WELCOME_TAIL);
    }

    @Test
    void theProofOfAWelcomeIsTakenApartFromWhatItProves() throws MalformedFrame {
        var proof = new byte[NonceBody.BYTES];
        proof[0] = 1;
        var whole = WelcomeBody.withProof(LET_IN.toBytes(), proof);
        assertThat(WelcomeBody.proven(whole).before()).isEqualTo(LET_IN.toBytes());
        assertThat(WelcomeBody.proven(whole).proof()).isEqualTo(proof);
        assertThat(WelcomeBody.proven(longer(whole)).proof()).isEqualTo(proof);
        assertThat(WelcomeBody.proven(LET_IN.toBytes()).proof()).isEmpty();
        assertThatThrownBy(() -> WelcomeBody.proven(Arrays.copyOf(whole, whole.length - 1)))
                .hasMessageContaining("welcome.proof is cut off");
    }

    @Test
    void aPatternComesBackAsItWasAndNothingMayFollow() throws MalformedFrame {
        var bytes = PatternBody.write("control.health.heartbeat.+");
        assertThat(PatternBody.read(bytes)).isEqualTo("control.health.heartbeat.+");
        refusesEveryCut(bytes, PatternBody::read);
        assertThatThrownBy(() -> PatternBody.read(longer(bytes)))
                .hasMessage("subscribe has 3 bytes too many");
    }

    @Test
    void aRefusalComesBackAsItWas() throws MalformedFrame {
        var refusal = new RefusalBody("version", "This broker speaks version 1 only.");
        assertThat(RefusalBody.read(longer(refusal.toBytes()))).isEqualTo(refusal);
        refusesEveryCut(refusal.toBytes(), RefusalBody::read);
    }

    @Test
    void aRefusalThatIsTooLongIsCutBecauseItMustGetThrough() throws MalformedFrame {
        var sentence =
                RefusalBody.read(new RefusalBody("x", "€".repeat(2000)).toBytes()).sentence();
        assertThat(sentence).startsWith("€€€").endsWith("…");
        assertThat(sentence.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(1024);
    }

    @Test
    void aClockComesBackInMicroseconds() throws MalformedFrame {
        var before1970 = Instant.parse("1969-12-31T23:59:59.000001Z");
        assertThat(ClockBody.read(ClockBody.write(before1970))).isEqualTo(before1970);
        assertThat(ClockBody.read(ClockBody.write(Instant.parse("2026-01-01T00:00:00.123456789Z"))))
                .isEqualTo("2026-01-01T00:00:00.123456Z");
        assertThatThrownBy(() -> ClockBody.read(new byte[9])).hasMessageContaining("too many");
    }
}
