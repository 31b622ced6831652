package daemoneye.rpc.transport.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// A version-1 client talks to a version-2 collector, and the other way round.
class BodyEvolutionTest {
    private static final CollectorId ID = new CollectorId("procmond");

    private final KryoBodyCodec codec = new KryoBodyCodec();

    private static HeartbeatData beat(Map<String, Double> vitals) {
        return new HeartbeatData(
                ID,
                Instant.EPOCH,
                3,
                HealthStatus.DEGRADED,
                new Incarnation(1),
                2,
                1000,
                false,
                vitals);
    }

    private static RpcRequest shutdown() {
        var payload =
                new ShutdownRequest(
                        ID, ShutdownType.EMERGENCY, 0, false, Optional.of("why"), Optional.empty());
        return RpcRequest.of(
                "cli",
                CollectorTopics.shutdown(ID),
                CollectorOperation.FORCE_SHUTDOWN,
                payload,
                Duration.ofSeconds(5),
                Instant.EPOCH);
    }

    /// Replaces the last `cut` bytes of the record whose length stands at `at` by others.
    private static byte[] ending(byte[] bytes, int at, int cut, byte... more) {
        int length = length(bytes, at);
        int end = at + 3 + length;
        var changed = new ByteArrayOutputStream();
        changed.writeBytes(Arrays.copyOf(bytes, end - cut));
        changed.writeBytes(more);
        changed.writeBytes(Arrays.copyOfRange(bytes, end, bytes.length));
        var all = changed.toByteArray();
        putLength(all, at, length - cut + more.length);
        return all;
    }

    private static int length(byte[] bytes, int at) {
        return (bytes[at] & 255) << 16 | (bytes[at + 1] & 255) << 8 | (bytes[at + 2] & 255);
    }

    private static void putLength(byte[] bytes, int at, int length) {
        bytes[at] = (byte) (length >> 16);
        bytes[at + 1] = (byte) (length >> 8);
        bytes[at + 2] = (byte) length;
    }

    @Test
    void fieldsThatANewerVersionAddsToABodyAreSkipped() throws UnreadableBody {
        for (var body : SampleBodies.of(3)) {
            var newer = ending(codec.encode(body), 1, 0, (byte) 1, (byte) 99, (byte) -1);
            assertThat(codec.decode(newer)).isEqualTo(body);
        }
    }

    @Test
    void fieldsThatANewerVersionAddsToAPayloadAreSkipped() throws UnreadableBody {
        var request = shutdown();
        var bytes = codec.encode(request);
        int payload = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\bprocmond");
        var newer = ending(bytes, payload - 3, 0, (byte) 7, (byte) 7);
        putLength(newer, 1, length(newer, 1) + 2);
        assertThat(codec.decode(newer)).isEqualTo(request);
    }

    @Test
    void aMapThatAnOlderVersionDoesNotSendIsEmpty() throws UnreadableBody {
        var older = ending(codec.encode(beat(Map.of())), 1, 1);
        assertThat(codec.decode(older)).isEqualTo(beat(Map.of()));
    }

    @Test
    void anOptionalThatAnOlderVersionDoesNotSendIsAbsent() throws UnreadableBody {
        var request = shutdown();
        var bytes = codec.encode(request);
        int payload = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\bprocmond");
        var older = ending(bytes, payload - 3, 1);
        putLength(older, 1, length(older, 1) - 1);
        assertThat(codec.decode(older)).isEqualTo(request);
    }

    @Test
    void anyOtherFieldThatIsMissingIsRefusedByName() {
        var bytes = ending(codec.encode(beat(Map.of())), 1, 2);
        assertThatThrownBy(() -> codec.decode(bytes)).hasMessage("HeartbeatData.paused is cut off");
    }

    @Test
    void aConstantOfANewerVersionIsUnknown() throws UnreadableBody {
        var bytes = codec.encode(beat(Map.of()));
        int status = 1 + 3 + 9 + 8 + 1;
        bytes[status] = 77;
        assertThat(((HeartbeatData) codec.decode(bytes)).status()).isEqualTo(HealthStatus.UNKNOWN);
        var request = codec.encode(shutdown());
        int type = new String(request, StandardCharsets.ISO_8859_1).lastIndexOf("procmond") + 8;
        request[type] = (byte) 200;
        var payload = (ShutdownRequest) ((RpcRequest) codec.decode(request)).payload();
        assertThat(payload.shutdownType()).isEqualTo(ShutdownType.UNKNOWN);
    }

    @Test
    void aPayloadOfANewerVersionIsRefusedByItsNumber() {
        var bytes = codec.encode(shutdown());
        int payload = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\bprocmond");
        bytes[payload - 4] = 120;
        assertThatThrownBy(() -> codec.decode(bytes))
                .hasMessage(
                        "RpcRequest.payload is a payload of type 120, which this version does not"
                                + " know");
    }
}
