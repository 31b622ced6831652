package daemoneye.rpc.client.serve.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;

import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.codec.KryoBodyCodec;
import daemoneye.rpc.transport.codec.UnreadableBody;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/// Requests made to exhaust whoever reads them. Each is read and refused as a service does it: in
/// less than 50 ms of the thread's time, allocating little.
class BombsTest {
    private static final CollectorId PROCMOND = new CollectorId("procmond");
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int MEBIBYTE = 1 << 20;
    private static final int ROUNDS = 20;
    private final KryoBodyCodec codec = new KryoBodyCodec();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void twoHundredAndFiftySixMegabytesDoNotLeaveTheSender() {
        var page = ConfigValue.of("x".repeat(65_000));
        var book = new ConfigValue.Items(Collections.nCopies(4096, page));

        assertThatThrownBy(() -> codec.encode(update(Map.of("book", book))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTreeAHundredThousandDeepIsNotRead() {
        var bytes = codec.encode(update(texts(4, 60_000)));
        int value = indexOf(bytes, "s0") + 2;
        for (int at = value; at < value + 200_000; at += 2) {
            bytes[at] = 6;
            bytes[at + 1] = 1;
        }

        assertThat(refusal(bytes, MEBIBYTE)).contains("16");
    }

    @Test
    void aMillionBytesOfTinySettingsAreCountedNotWalked() {
        var many = new HashMap<String, ConfigValue>();
        for (int n = 0; n < 60_000; n++) {
            many.put("s" + n, ConfigValue.of(n));
        }

        // What is read takes memory in proportion to its bytes; the check itself takes none.
        assertThat(refusal(codec.encode(update(many)), 24 * MEBIBYTE)).contains("config_changes");
    }

    @Test
    void aMillionBytesOfVariablesAreCountedNotWalked() {
        var many = new HashMap<String, String>();
        for (int n = 0; n < 50_000; n++) {
            many.put("DAEMONEYE_" + n, "x");
        }
        var wish =
                new CollectorLifecycleRequest(
                        PROCMOND,
                        "",
                        Map.of(),
                        many,
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty());

        assertThat(refusal(codec.encode(request(CollectorOperation.START, wish)), 24 * MEBIBYTE))
                .contains("environment");
    }

    @Test
    void aMillionBytesWithinEveryBoundButForTheLastNumberAreSearchedInTime() {
        var leaves = new ArrayList<ConfigValue>(Collections.nCopies(60_000, ConfigValue.of(1.5)));
        leaves.add(ConfigValue.of(Double.NEGATIVE_INFINITY));
        var bytes = codec.encode(update(Map.of("list", new ConfigValue.Items(leaves))));

        assertThat(refusal(bytes, 24 * MEBIBYTE)).contains("config_changes.list[60000]");
    }

    @Test
    void hugeNumbersAreRefusedWhereTheirRangeIsKnown() {
        var wish =
                new CollectorLifecycleRequest(
                        PROCMOND,
                        "",
                        Map.of("scan_interval_ms", ConfigValue.of(Long.MIN_VALUE)),
                        Map.of(),
                        Optional.empty(),
                        OptionalLong.of(Long.MAX_VALUE),
                        Optional.empty());

        assertThat(refusal(codec.encode(request(CollectorOperation.START, wish)), MEBIBYTE))
                .contains("startup_timeout_ms");
    }

    /// Reads and checks a few times, so that the slow first time does not count, and once more.
    private String refusal(byte[] bytes, long mostBytes) {
        var sentence = "";
        long best = Long.MAX_VALUE;
        long allocated = 0;
        for (int n = 0; n < ROUNDS; n++) {
            long nanos = threads.getCurrentThreadCpuTime();
            long before = threads.getCurrentThreadAllocatedBytes();
            sentence = refusal(bytes);
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
            best = Math.min(best, threads.getCurrentThreadCpuTime() - nanos);
        }
        assertThat(best).as("nanoseconds").isLessThan(MOST_NANOS);
        assertThat(allocated).as("bytes").isLessThan(mostBytes);
        return sentence;
    }

    private String refusal(byte[] bytes) {
        try {
            var request = (RpcRequest) codec.decode(bytes);
            return RequestChecks.fault(request, request.target())
                    .map(RpcError::message)
                    .orElseThrow();
        } catch (UnreadableBody e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static RpcRequest update(Map<String, ConfigValue> changes) {
        return request(CollectorOperation.UPDATE_CONFIG, ConfigUpdateRequest.of(PROCMOND, changes));
    }

    private static RpcRequest request(CollectorOperation operation, RpcPayload payload) {
        return RpcRequest.of(
                "tester",
                CollectorTopics.lifecycle(PROCMOND),
                operation,
                payload,
                operation.timeout().standard(),
                Instant.EPOCH);
    }

    private static Map<String, ConfigValue> texts(int count, int length) {
        var texts = new LinkedHashMap<String, ConfigValue>();
        for (int n = 0; n < count; n++) {
            texts.put("s" + n, ConfigValue.of("x".repeat(length)));
        }
        return texts;
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    @Test
    void theMarkOfTheDeepTreeIsWhereItIsLookedFor() {
        var bytes = codec.encode(update(texts(1, 5)));

        assertThat(List.of(bytes[indexOf(bytes, "s0") + 2], bytes[indexOf(bytes, "s0") + 3]))
                .isEqualTo(List.of((byte) 1, (byte) 5));
    }
}
