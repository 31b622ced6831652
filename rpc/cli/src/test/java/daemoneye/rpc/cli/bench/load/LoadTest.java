package daemoneye.rpc.cli.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.time.FakeTicker;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class LoadTest {
    private static final CallOutcome DONE =
            new CallOutcome.Done(
                    new RpcResponse(
                            RequestId.random(),
                            "procmond",
                            RpcStatus.SUCCESS,
                            Optional.empty(),
                            0,
                            0,
                            Instant.EPOCH,
                            Optional.empty()),
                    Duration.ZERO);

    private final FakeTicker ticker = new FakeTicker();
    private final Tally tally = new Tally();
    private final Deque<CompletableFuture<CallOutcome>> underWay = new ArrayDeque<>();

    @Test
    void aClosedLoopKeepsSoManyUnderWay() {
        var load = new ClosedLoop(3, this::fire, tally, ticker);
        tally.begin();
        load.start();
        assertThat(underWay).hasSize(3);

        ticker.advance(Duration.ofMillis(5));
        underWay.remove().complete(DONE);
        assertThat(underWay).hasSize(3);
        assertThat(tally.latencies().getTotalCount()).isEqualTo(1);
        assertThat(tally.latencies().getMaxValue() / 1e6).isBetween(4.9, 5.1);
    }

    @Test
    void callsThatEndAtOnceDoNotNest() {
        var left = new int[] {1_000_000};
        Shots shots =
                () -> {
                    if (left[0]-- > 0) {
                        return CompletableFuture.completedFuture(DONE);
                    }
                    return fire();
                };
        tally.begin();
        new ClosedLoop(1, shots, tally, ticker).start();

        assertThat(tally.latencies().getTotalCount()).isEqualTo(1_000_000);
    }

    @Test
    void anOpenLoopSendsOnTimeWhetherOrNotEarlierCallsHaveEnded() {
        var load = new OpenLoop(100, this::fire, tally, ticker);
        load.start();
        ticker.advance(Duration.ofMillis(95));

        assertThat(underWay).hasSize(10);
    }

    @Test
    void anOpenLoopCountsFromWhenACallWasDue() {
        var load = new OpenLoop(10, this::fire, tally, ticker);
        tally.begin();
        load.start();
        ticker.advance(Duration.ofMillis(250));
        assertThat(underWay).hasSize(3);
        underWay.remove().complete(DONE);

        assertThat(tally.latencies().getMaxValue() / 1e6).isBetween(249.0, 251.0);
    }

    @Test
    void nothingCountsDuringTheWarmUpOrAfterTheEnd() {
        tally.add(DONE, 1);
        tally.begin();
        tally.add(DONE, 1);
        tally.end();
        tally.add(DONE, 1);

        assertThat(tally.latencies().getTotalCount()).isEqualTo(1);
    }

    @Test
    void errorsAreCountedByTheirCodeAndDoNotSpoilTheLatencies() {
        tally.begin();
        tally.add(failed(ErrorCode.TOO_MANY_REQUESTS), 1);
        tally.add(failed(ErrorCode.TOO_MANY_REQUESTS), 1);
        tally.add(failed(ErrorCode.DEADLINE_EXCEEDED), 1);

        assertThat(tally.errors())
                .isEqualTo(Map.of("TOO_MANY_REQUESTS", 2L, "DEADLINE_EXCEEDED", 1L));
        assertThat(tally.latencies().getTotalCount()).isZero();
        assertThat(tally.hopeless()).isFalse();
    }

    @Test
    void aLostLinkEndsTheLoad() {
        var load = new ClosedLoop(2, this::fire, tally, ticker);
        load.start();
        while (!underWay.isEmpty()) {
            underWay.remove().complete(failed(ErrorCode.NOT_CONNECTED));
        }
        load.stop();

        assertThat(tally.hopeless()).isTrue();
    }

    private CompletableFuture<CallOutcome> fire() {
        var call = new CompletableFuture<CallOutcome>();
        underWay.add(call);
        return call;
    }

    private static CallOutcome failed(ErrorCode code) {
        return new CallOutcome.Failed(
                RpcStatus.ERROR, RpcError.notExecuted(code, "no"), Duration.ZERO);
    }
}
