package daemoneye.rpc.transport.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

class FrameCodecTest {
    private final FrameCodec codec = new FrameCodec();

    private static Frame sample(FrameType type) {
        var header = new FrameHeader(type, 0xbeef, Long.MIN_VALUE + 7, -2, 0x01020304, 30_000);
        return new Frame(header, new byte[] {1, 2}, new byte[] {3, 4, 5});
    }

    private byte[] withByte(int offset, int value) {
        var bytes = codec.encode(sample(FrameType.PUBLISH));
        bytes[offset] = (byte) value;
        return bytes;
    }

    private byte[] withLength(int length) {
        var bytes = codec.encode(sample(FrameType.PUBLISH));
        ByteBuffer.wrap(bytes).putInt(length);
        return bytes;
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeComesBackAsItWasWithStampBeforeBody(FrameType type) throws MalformedFrame {
        var sent = sample(type);
        var received = codec.decode(codec.encode(sent));
        assertThat(received.header()).isEqualTo(sent.header());
        assertThat(received.body()).containsExactly(1, 2, 3, 4, 5);
        assertThat(received.wireBytes()).isEqualTo(sent.wireBytes());
    }

    @Test
    void theLayoutIsTheDocumentedOne() {
        assertThat(codec.encode(sample(FrameType.SERVE)))
                .startsWith(
                        0, 0, 0, 29, 1, 9, 0xbe, 0xef, 0x80, 0, 0, 0, 0, 0, 0, 7, 0xff, 0xff, 0xff,
                        0xfe, 1, 2, 3, 4, 0, 0, 0x75, 0x30, 1, 2, 3, 4, 5);
    }

    @Test
    void theCodesOfTheTypesNeverChange() {
        assertThat(Arrays.stream(FrameType.values()).map(each -> each.code() + " " + each))
                .containsExactly(
                        "1 HELLO",
                        "2 WELCOME",
                        "3 SUBSCRIBE",
                        "4 SUBSCRIBED",
                        "5 UNSUBSCRIBE",
                        "6 PUBLISH",
                        "7 DELIVER",
                        "8 REQUEST",
                        "9 SERVE",
                        "10 REPLY",
                        "11 ANSWER",
                        "12 REFUSED",
                        "13 PING",
                        "14 PONG",
                        "15 BYE",
                        "16 CHALLENGE",
                        "17 PROOF");
    }

    @Test
    void aFrameCutOffAnywhereIsRefused() {
        var whole = codec.encode(sample(FrameType.REQUEST));
        for (int length = 0; length < whole.length; length++) {
            var cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> codec.decode(cut)).isInstanceOf(MalformedFrame.class);
        }
    }

    @Test
    void bytesAfterTheFrameAreRefused() {
        var bytes = codec.encode(sample(FrameType.REPLY));
        assertThatThrownBy(() -> codec.decode(Arrays.copyOf(bytes, bytes.length + 1)))
                .hasMessageContaining("says it has");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 23})
    void aLengthThatHoldsNoHeaderIsRefused(int length) {
        assertThatThrownBy(() -> codec.decode(withLength(length)))
                .hasMessageContaining("too short for a frame");
    }

    @ParameterizedTest
    @ValueSource(ints = {4093, 1 << 20, Integer.MAX_VALUE, Integer.MIN_VALUE, -1, -4, -5})
    void aLengthOverTheLimitIsRefusedBeforeAnythingIsAllocated(int length) {
        assertThatThrownBy(() -> codec.frameBytes(length))
                .isInstanceOfSatisfying(
                        MalformedFrame.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(MalformedFrame.TOO_LARGE));
    }

    @Test
    void fourKibibytesPassBeforeTheWelcomeAndOneMebibyteAfterIt() throws MalformedFrame {
        assertThat(codec.frameBytes(4092)).isEqualTo(4096);
        codec.welcomed();
        assertThat(codec.frameBytes((1 << 20) - 4)).isEqualTo(1 << 20);
        assertThatThrownBy(() -> codec.frameBytes((1 << 20) - 3))
                .hasMessageContaining("1048577 bytes is larger than the 1048576");
    }

    @Test
    void aFrameThatIsTooLargeNeverLeaves() {
        var body = new byte[4096 - FrameHeader.BYTES + 1];
        var frame = new Frame(FrameHeader.of(FrameType.HELLO), body);
        assertThatThrownBy(() -> codec.encode(frame))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("before the session is welcome");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 18, 127, 255})
    void aFrameTypeThatIsNotKnownIsRefusedByItsNumber(int code) {
        assertThatThrownBy(() -> codec.decode(withByte(5, code)))
                .hasMessageContaining("frame type " + code + " is not known");
    }

    @Test
    void anotherVersionIsRefused() {
        assertThatThrownBy(() -> codec.decode(withByte(4, 2)))
                .hasMessage("a PUBLISH frame of protocol version 2, this side speaks version 1");
    }

    @ParameterizedTest
    @EnumSource(names = {"HELLO", "REFUSED", "BYE"})
    void aRefusalOfVersionsCanBeReadInAnyVersion(FrameType type) throws MalformedFrame {
        var bytes = codec.encode(sample(type));
        bytes[4] = 99;
        assertThat(codec.decode(bytes).header().type()).isEqualTo(type);
    }

    @Test
    void aRemainingTimeThatWouldTurnNegativeIsRefused() {
        assertThatThrownBy(() -> codec.decode(withByte(24, 0x80)))
                .hasMessageContaining("remaining time 2147513648 ms");
    }

    @Test
    void randomBytesAreAFrameOrRefusedAndNothingElse() {
        var random = new Random(20260701);
        int refused = 0;
        for (int round = 0; round < 100_000; round++) {
            var bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            refused += refuses(bytes) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(99_000);
    }

    private boolean refuses(byte[] bytes) {
        try {
            codec.decode(bytes);
            return false;
        } catch (MalformedFrame expected) {
            return true;
        }
    }
}
