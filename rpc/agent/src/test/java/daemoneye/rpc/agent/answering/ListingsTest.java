package daemoneye.rpc.agent.answering;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.fake.FakeCall;
import daemoneye.rpc.agent.fake.Fleet;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorListing;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.LastExit;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.transport.codec.KryoBodyCodec;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

class ListingsTest {
    private static final String LINE = "x".repeat(500);
    private static final String WIDE_LINE = "\u4e16".repeat(500);

    @Test
    void aSmallListingIsLeftAsItIs() {
        var infos = failed(100, "cannot reach the broker");
        assertThat(Listings.sendable(infos)).isEqualTo(infos);
        assertThat(encoded(infos)).hasSizeLessThan(KryoBodyCodec.MAX_BODY_BYTES);
    }

    @Test
    void aLongListingTellsExitCodesWithoutOutput() {
        var sent = Listings.sendable(failed(1000, LINE));
        assertThat(sent)
                .hasSize(1000)
                .allSatisfy(info -> assertThat(exit(info).exitCode()).hasValue(3))
                .allSatisfy(info -> assertThat(exit(info).lastOutput()).isEmpty());
        assertThat(encoded(sent)).hasSizeLessThan(KryoBodyCodec.MAX_BODY_BYTES);
    }

    @Test
    void aShortListingOfTalkativeCollectorsFitsToo() {
        for (int collectors = 1; collectors <= 100; collectors++) {
            var sent = Listings.sendable(failed(collectors, WIDE_LINE));
            assertThat(encoded(sent)).hasSizeLessThan(KryoBodyCodec.MAX_BODY_BYTES);
        }
        assertThat(exit(Listings.sendable(failed(20, WIDE_LINE)).getFirst()).lastOutput())
                .hasSize(LastExit.MAX_LINES);
    }

    private static LastExit exit(CollectorInfo info) {
        return info.lastExit().orElseThrow();
    }

    private static byte[] encoded(List<CollectorInfo> infos) {
        var request = FakeCall.of(CollectorOperation.LIST_COLLECTORS, new EmptyPayload()).request();
        return new KryoBodyCodec()
                .encode(
                        new RpcResponse(
                                request.requestId(),
                                Fleet.AGENT,
                                RpcStatus.SUCCESS,
                                Optional.of(new CollectorListing(Fleet.AGENT, Fleet.HOST, infos)),
                                0,
                                0,
                                Instant.EPOCH,
                                Optional.empty()));
    }

    private static List<CollectorInfo> failed(int collectors, String line) {
        var output = Collections.nCopies(LastExit.MAX_LINES, line);
        var exit = new LastExit(OptionalInt.of(3), Optional.empty(), Instant.EPOCH, output);
        return IntStream.range(0, collectors).mapToObj(n -> failed("c" + n, exit)).toList();
    }

    private static CollectorInfo failed(String id, LastExit exit) {
        return new CollectorInfo(
                new CollectorId(id),
                "process-monitor",
                Fleet.HOST,
                Fleet.AGENT,
                ProcessState.FAILED,
                Optional.of("exit code 3; it starts again in 60 s"),
                OptionalLong.empty(),
                Optional.of(new Incarnation(1_767_225_600_123L)),
                OptionalLong.empty(),
                7,
                3,
                Optional.of(exit),
                List.of("process"));
    }
}
