package daemoneye.rpc.transport.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.CollectorEvent;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.Envelope;
import daemoneye.rpc.protocol.message.MessageBody;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.state.ComponentHealth;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.body.EnvelopeBody;
import daemoneye.rpc.transport.frame.FrameHeader;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class KryoBodyCodecTest {
    private static final CollectorId ID = new CollectorId("procmond");
    private static final Instant NOW = Instant.parse("2026-07-01T10:20:30.123456Z");

    private final KryoBodyCodec codec = new KryoBodyCodec();

    private static CollectorEvent event(Map<String, ConfigValue> fields) {
        return new CollectorEvent(ID, "process.new", 1, NOW, fields);
    }

    private static ConfigValue nested(int depth) {
        ConfigValue value = ConfigValue.of(7);
        for (int level = 0; level < depth; level++) {
            value =
                    level % 2 == 0
                            ? new ConfigValue.Items(List.of(value))
                            : new ConfigValue.Table(Map.of("k", value));
        }
        return value;
    }

    /// The design's example of a health check.
    static HealthCheckData designExample() {
        var components = new LinkedHashMap<String, ComponentHealth>();
        var enumeration =
                new ComponentHealth(
                        "process_enumeration",
                        HealthStatus.HEALTHY,
                        Optional.of("Enumerating 1,234 processes"),
                        NOW,
                        30);
        var server =
                new ComponentHealth(
                        "ipc_server",
                        HealthStatus.HEALTHY,
                        Optional.of("5 active connections"),
                        NOW,
                        10);
        components.put(enumeration.name(), enumeration);
        components.put(server.name(), server);
        var metrics = new LinkedHashMap<String, Double>();
        metrics.put("cpu_usage_percent", 2.3);
        metrics.put("memory_usage_mb", 45.2);
        metrics.put("processes_per_second", 156.7);
        metrics.put("events_published", 12450.0);
        return new HealthCheckData(ID, HealthStatus.HEALTHY, components, metrics, NOW, 3600, 0);
    }

    private static RpcResponse answer(RpcRequest request) {
        return new RpcResponse(
                request.requestId(),
                "procmond",
                RpcStatus.SUCCESS,
                Optional.of(designExample()),
                2,
                0,
                NOW,
                Optional.empty());
    }

    @Test
    void everyGeneratedBodyComesBackAsItWas() throws UnreadableBody {
        for (long seed = 0; seed < 500; seed++) {
            for (var body : SampleBodies.of(seed)) {
                assertThat(codec.decode(codec.encode(body))).isEqualTo(body);
            }
        }
    }

    @Test
    void healthThatIsWrittenAgainIsWrittenAsAtFirst() {
        var one = designExample();
        var other = new HealthCheckData(ID, HealthStatus.UNHEALTHY, Map.of(), Map.of(), NOW, 7, 1);
        var first = codec.encode(answer(one));
        var second = codec.encode(answer(other));
        assertThat(codec.encode(answer(other))).isEqualTo(second);
        assertThat(codec.encode(answer(one))).isEqualTo(first).isNotEqualTo(second);
        assertThat(codec.encode(answer(one))).isEqualTo(first);
        assertThat(new KryoBodyCodec().encode(answer(one))).isEqualTo(first);
    }

    private static RpcResponse answer(HealthCheckData health) {
        return new RpcResponse(
                RequestId.NIL,
                "procmond",
                RpcStatus.SUCCESS,
                Optional.of(health),
                0,
                0,
                NOW,
                Optional.empty());
    }

    @Test
    void mapsKeepTheirOrder() throws UnreadableBody {
        var fields = new LinkedHashMap<String, ConfigValue>();
        for (int at = 40; at > 0; at--) {
            fields.put("key-" + at, ConfigValue.of(at));
        }
        var decoded = (CollectorEvent) codec.decode(codec.encode(event(fields)));
        assertThat(decoded.fields().keySet()).containsExactlyElementsOf(fields.keySet());
    }

    @Test
    void aHealthCheckPairWithEverythingAroundItStaysUnderOneKilobyte() {
        var request = RpcRequest.healthCheck("console@host", ID, Duration.ofSeconds(5), NOW);
        var correlation = CorrelationMetadata.of(request.requestId().toString());
        var envelope =
                Envelope.outgoing(
                        request.target(),
                        correlation,
                        MessageType.CONTROL,
                        NOW,
                        codec.encode(request));
        int there =
                FrameHeader.BYTES
                        + EnvelopeBody.stamp("console@host#12").length
                        + EnvelopeBody.write(envelope).length;
        int back = FrameHeader.BYTES + codec.encode(answer(request)).length;
        assertThat(there + back).isLessThan(1024).isEqualTo(489);
    }

    @Test
    void finerThanAMicrosecondIsCutOff() throws UnreadableBody {
        var fine = new CollectorEvent(ID, "x", 1, NOW.plusNanos(999), Map.of());
        assertThat(((CollectorEvent) codec.decode(codec.encode(fine))).observedAt()).isEqualTo(NOW);
    }

    @Test
    void theGreatestOfEverythingPasses() throws UnreadableBody {
        var text = ConfigValue.of("x".repeat(65_536));
        var deep = event(Map.of("text", text, "deep", nested(16)));
        assertThat(codec.decode(codec.encode(deep))).isEqualTo(deep);
        var many =
                new ConfigValue.Items(java.util.Collections.nCopies(65_536, ConfigValue.of(true)));
        assertThat(codec.decode(codec.encode(event(Map.of("many", many)))))
                .isEqualTo(event(Map.of("many", many)));
    }

    @Test
    void whatIsOverABoundNeverLeaves() {
        refuses(event(Map.of("k", ConfigValue.of("x".repeat(65_537)))), "a text has 65537 bytes");
        refuses(event(Map.of("k", ConfigValue.of("é".repeat(32_769)))), "a text has 65538 bytes");
        refuses(event(Map.of("k", nested(17))), "nested deeper than 16");
        var items =
                new ConfigValue.Items(java.util.Collections.nCopies(65_537, ConfigValue.of(true)));
        refuses(event(Map.of("k", items)), "65537 entries");
        refuses(new CollectorEvent(ID, "x", 1, Instant.MAX, Map.of()), "too far away");
        var mebibyte = new LinkedHashMap<String, ConfigValue>();
        for (int at = 0; at < 17; at++) {
            mebibyte.put("k" + at, ConfigValue.of("x".repeat(65_000)));
        }
        refuses(event(mebibyte), "has more than 1048548 bytes");
    }

    private void refuses(MessageBody body, String why) {
        assertThatThrownBy(() -> codec.encode(body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void aRefusedBodySpoilsNothingForTheNext() throws UnreadableBody {
        refuses(event(Map.of("k", nested(17))), "nested deeper");
        assertThatThrownBy(() -> codec.decode(new byte[] {14})).isInstanceOf(UnreadableBody.class);
        var good = event(Map.of("k", nested(16)));
        assertThat(codec.decode(codec.encode(good))).isEqualTo(good);
    }

    @Test
    void manyThreadsMayUseOneCodec() throws Exception {
        var bodies = SampleBodies.of(11);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> rounds =
                    java.util.stream.IntStream.range(0, 200)
                            .mapToObj(_ -> threads.submit(() -> allComeBack(bodies)))
                            .toList();
            for (var round : rounds) {
                assertThat(round.get()).isTrue();
            }
        }
    }

    private boolean allComeBack(List<MessageBody> bodies) throws UnreadableBody {
        for (var body : bodies) {
            if (!codec.decode(codec.encode(body)).equals(body)) {
                return false;
            }
        }
        return true;
    }

    @Test
    void theSameBodyIsTheSameBytes() {
        var id = new RequestId(new java.util.UUID(1, 2));
        var generic = new GenericPayload(Map.of("a", ConfigValue.of(300)));
        var response =
                new RpcResponse(
                        id,
                        "s",
                        RpcStatus.SUCCESS,
                        Optional.of(generic),
                        300,
                        0,
                        Instant.ofEpochSecond(1),
                        Optional.empty());
        assertThat(codec.encode(response))
                .containsExactly(
                        12, 0, 0, 42, // RpcResponse, length
                        0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, // request id
                        1, 's', // service id
                        1, // SUCCESS
                        1, 21, 0, 0, 6, // present, GenericPayload, length
                        1, 1, 'a', 2, 0xd8, 4, // one entry: a = whole 300, zigzag
                        0xac, 2, // execution time 300
                        0, // queue time
                        0, 0, 0, 0, 0, 0x0f, 0x42, 0x40, // a second after 1970
                        0); // no error
    }
}
