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
    private static final WelcomeBody WELCOME = new WelcomeBody(1, 7, 1 << 20, 3, "broker", "0.1.0");

    private interface Reader {
        Object read(byte[] body) throws MalformedFrame;
    }

    private static void refusesEveryCut(byte[] whole, Reader reader) {
        for (int length = 0; length < whole.length; length++) {
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
        refusesEveryCut(HELLO.toBytes(), HelloBody::read);
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
        refusesEveryCut(WELCOME.toBytes(), WelcomeBody::read);
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
