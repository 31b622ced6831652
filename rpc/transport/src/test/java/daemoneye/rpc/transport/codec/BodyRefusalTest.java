package daemoneye.rpc.transport.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.message.CollectorEvent;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

class BodyRefusalTest {
    private static final byte[][] HOSTILE_LENGTHS = {
        {-1, -1, -1, -1, 7}, {-1, -1, -1, -1, 15}, {-1, -1, 3, 0, 0}, {-1, -1, -1, 127, 0}
    };

    private final KryoBodyCodec codec = new KryoBodyCodec();

    private static byte[] eventOf(Map<String, ConfigValue> fields) {
        return new KryoBodyCodec()
                .encode(new CollectorEvent(new CollectorId("a"), "e", 1, Instant.EPOCH, fields));
    }

    private boolean refuses(byte[] bytes) {
        try {
            codec.decode(bytes);
            return false;
        } catch (UnreadableBody expected) {
            return true;
        }
    }

    @Test
    void aBodyCutOffAnywhereIsRefused() {
        for (long seed = 0; seed < 2; seed++) {
            for (var body : SampleBodies.of(seed)) {
                var whole = codec.encode(body);
                for (int length = 0; length < whole.length; length++) {
                    assertThat(refuses(Arrays.copyOf(whole, length)))
                            .as("%s cut to %d of %d", body, length, whole.length)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void bytesAfterTheBodyAreRefused() {
        for (var body : SampleBodies.of(1)) {
            var bytes = codec.encode(body);
            assertThatThrownBy(() -> codec.decode(Arrays.copyOf(bytes, bytes.length + 2)))
                    .isInstanceOf(UnreadableBody.class)
                    .hasMessage("body has 2 bytes too many");
        }
    }

    @Test
    void aBeatWithoutAnIntervalIsRefused() {
        var beat =
                codec.encode(
                        new HeartbeatData(
                                new CollectorId("a"),
                                Instant.EPOCH,
                                1,
                                HealthStatus.HEALTHY,
                                new Incarnation(1),
                                1,
                                1000,
                                false,
                                Map.of()));
        int at = beat.length - 4;
        assertThat(Arrays.copyOfRange(beat, at, at + 2)).containsExactly(0xe8, 0x07);
        beat[at] = (byte) 0x80;
        beat[at + 1] = 0;
        assertThatThrownBy(() -> codec.decode(beat))
                .isInstanceOf(UnreadableBody.class)
                .hasMessageEndingWith("interval_ms is 100 to 60000, not 0");
    }

    @Test
    void theRefusalNamesThePath() {
        var fields = new LinkedHashMap<String, ConfigValue>();
        fields.put("a", ConfigValue.of(true));
        fields.put("b", new ConfigValue.Items(java.util.List.of(ConfigValue.of("needle"))));
        var bytes = eventOf(fields);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("needle");
        var odd = bytes.clone();
        odd[at] = (byte) 0xff;
        assertThatThrownBy(() -> codec.decode(odd))
                .hasMessage("CollectorEvent.fields[1][0] is not UTF-8 text");
        var unknown = bytes.clone();
        unknown[at - 2] = 99;
        assertThatThrownBy(() -> codec.decode(unknown))
                .hasMessage("CollectorEvent.fields[1][0] is a value of type 99, 1 to 8 are known");
        var hostile = bytes.clone();
        hostile[at - 1] = 100;
        assertThatThrownBy(() -> codec.decode(hostile))
                .hasMessage("CollectorEvent.fields[1][0] is cut off");
        var badId = bytes.clone();
        badId[5] = 'A';
        assertThatThrownBy(() -> codec.decode(badId))
                .hasMessageStartingWith("CollectorEvent.collectorId: \"A\" is not a collector id");
        assertThatThrownBy(() -> codec.decode(new byte[] {99, 0, 0, 0}))
                .hasMessage("body is of type 99, which this version does not know");
        assertThatThrownBy(() -> codec.decode(new byte[0])).hasMessage("body is cut off");
    }

    @Test
    void anEntryGivenTwiceIsRefused() {
        var fields = new LinkedHashMap<String, ConfigValue>();
        fields.put("k1", ConfigValue.of(true));
        fields.put("k2", ConfigValue.of(true));
        var bytes = eventOf(fields);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("k2") + 1] = '1';
        assertThatThrownBy(() -> codec.decode(bytes))
                .hasMessage("CollectorEvent.fields[1] is a second entry named \"k1\"");
    }

    @Test
    void randomBytesAreABodyOrRefusedAndNothingElse() {
        var random = new Random(20260702);
        int refused = 0;
        for (int round = 0; round < 100_000; round++) {
            var bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            refused += refuses(bytes) ? 1 : 0;
        }
        assertThat(refused).isEqualTo(100_000);
    }

    @Test
    void changedBytesAreABodyOrRefusedAndNothingElse() {
        var random = new Random(20260703);
        int refused = 0;
        var bodies = SampleBodies.of(5);
        for (int round = 0; round < 20_000; round++) {
            var bytes = codec.encode(bodies.get(round % bodies.size()));
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            refused += refuses(bytes) ? 1 : 0;
        }
        assertThat(refused).isBetween(1_000, 19_999);
    }

    @Test
    void lengthsOfTwoGigabytesAllocateNothing() {
        for (var body : SampleBodies.of(8)) {
            var good = codec.encode(body);
            for (int at = 1; at < good.length - 5; at++) {
                for (var hostile : HOSTILE_LENGTHS) {
                    var bytes = good.clone();
                    System.arraycopy(hostile, 0, bytes, at, hostile.length);
                    staysInBounds(bytes);
                }
            }
        }
    }

    @Test
    void inputsAsDenseAsCanBeStayWithinTheBound() {
        staysInBounds(event(6, 40_000, new byte[] {8}));
        staysInBounds(event(6, 40_000, new byte[] {6, 0}));
        staysInBounds(event(6, 40_000, new byte[] {7, 0}));
        staysInBounds(event(6, 40_000, new byte[] {2, 1}));
        staysInBounds(event(6, 40_000, new byte[] {1, 1, 'x'}));
        staysInBounds(event(6, 40_000, new byte[] {1, 2, (byte) 0xc3, (byte) 0xa9}));
        staysInBounds(event(6, 40_000, new byte[] {1, 3, (byte) 0xef, (byte) 0xbf, (byte) 0xbd}));
        staysInBounds(event(6, 20_000, new byte[] {6, 1, 6, 1, 6, 1, 6, 0}));
        staysInBounds(event(6, 20_000, new byte[] {7, 1, 0, 7, 1, 0, 7, 1, 0, 8}));
        var pair = new byte[] {7, 2, 0, 7, 2, 0, 8, 1, 'a', 8, 1, 'a', 8};
        staysInBounds(event(6, 20_000, pair));
        staysInBounds(eventOf(Map.of("t", new ConfigValue.Table(shortKeys(60_000)))));
    }

    @Test
    void thousandsOfTinyTablesAreRefused() {
        var tables = event(6, 20_000, new byte[] {7, 1, 0, 7, 1, 0, 7, 1, 0, 8});
        assertThatThrownBy(() -> codec.decode(tables))
                .hasMessageContaining("is one container too many for so few bytes");
    }

    @Test
    void hundredsOfTinyTablesPass() throws UnreadableBody {
        codec.decode(event(6, 50, new byte[] {7, 1, 0, 7, 1, 0, 7, 1, 0, 8}));
    }

    private static Map<String, ConfigValue> shortKeys(int count) {
        var table = new LinkedHashMap<String, ConfigValue>();
        for (int at = 0; at < count; at++) {
            table.put(Integer.toString(at, 36), ConfigValue.of(true));
        }
        return table;
    }

    /// An event with one field, of `count` elements of the same bytes.
    private static byte[] event(int type, int count, byte[] element) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {1, 'a', 1, 'e', 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 'k'});
        bytes.write(type);
        for (int rest = count; rest > 0; rest >>= 7) {
            bytes.write(rest > 127 ? (rest & 127) | 128 : rest);
        }
        for (int at = 0; at < count; at++) {
            bytes.writeBytes(element);
        }
        var record = new ByteArrayOutputStream();
        int length = bytes.size();
        record.writeBytes(
                new byte[] {14, (byte) (length >> 16), (byte) (length >> 8), (byte) length});
        record.writeBytes(bytes.toByteArray());
        return record.toByteArray();
    }

    private void staysInBounds(byte[] bytes) {
        var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        refuses(bytes);
        long allocated = memory.getCurrentThreadAllocatedBytes() - before;
        assertThat(allocated)
                .as("allocated for %d bytes", bytes.length)
                .isLessThan(64 * 1024 + 64L * bytes.length);
    }
}
