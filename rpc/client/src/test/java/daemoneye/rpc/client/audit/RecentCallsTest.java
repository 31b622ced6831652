package daemoneye.rpc.client.audit;

import static daemoneye.rpc.client.audit.fake.Entries.PROCESS;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.audit.fake.LossyDisk;
import daemoneye.rpc.client.audit.fake.ServedCalls;
import daemoneye.rpc.client.audit.fake.Writers;
import daemoneye.rpc.client.serve.memory.PastCall;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.time.FakeTicker;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// What the next life knows of the last one.
class RecentCallsTest {
    private static final byte[] PAYLOAD = {1};

    private final LossyDisk disk = new LossyDisk();
    private final FakeTicker ticker = new FakeTicker();
    private final AuditLog log = new AuditLog(Writers.on(disk, ticker), PROCESS, "/place", ticker);

    @Test
    void whatWasInterruptedByACrashIsUnknownAndWhatEndedIsKnown() throws IOException {
        change(1, Optional.of(RpcStatus.SUCCESS), Optional.empty());
        change(
                2,
                Optional.of(RpcStatus.ERROR),
                Optional.of(RpcError.notExecuted(ErrorCode.COLLECTOR_BUSY, "no")));
        change(3, Optional.empty(), Optional.empty());
        read(4);
        ticker.advance(Duration.ofMinutes(1));
        disk.powerReturns(0);

        var calls = RecentCalls.of(disk, PROCESS, ticker.now());

        assertThat(calls).hasSize(3);
        assertThat(calls)
                .extracting(PastCall::operation)
                .containsOnly(CollectorOperation.GRACEFUL_SHUTDOWN);
        assertThat(calls).extracting(PastCall::sender).containsOnly("console#7/operator");
        assertThat(calls.get(0).status()).contains(RpcStatus.SUCCESS);
        assertThat(calls.get(1).error().orElseThrow().known()).contains(ErrorCode.COLLECTOR_BUSY);
        assertThat(calls.get(2).status()).isEmpty();
        assertThat(calls.get(2).age()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void onlyTheLastTenMinutesCount() throws IOException {
        change(1, Optional.empty(), Optional.empty());
        ticker.advance(Duration.ofMinutes(6));
        change(2, Optional.empty(), Optional.empty());
        ticker.advance(Duration.ofMinutes(5));
        assertThat(RecentCalls.of(disk, PROCESS, ticker.now()))
                .singleElement()
                .satisfies(
                        call ->
                                assertThat(call.requestId().value().getLeastSignificantBits())
                                        .isEqualTo(2));
    }

    @Test
    void aClockThatWasSetBackMakesNothingOlderThanNow() throws IOException {
        change(1, Optional.empty(), Optional.empty());
        var before = ticker.now().minus(Duration.ofDays(3_650));
        assertThat(RecentCalls.of(disk, PROCESS, before))
                .singleElement()
                .satisfies(call -> assertThat(call.age()).isZero());
    }

    @Test
    void whatWasRefusedForWantOfALogMayComeAgain() throws IOException {
        change(
                1,
                Optional.of(RpcStatus.ERROR),
                Optional.of(RpcError.notExecuted(ErrorCode.AUDIT_UNAVAILABLE, "slow disk")));
        ticker.advance(Duration.ofSeconds(1));
        assertThat(RecentCalls.of(disk, PROCESS, ticker.now())).isEmpty();
    }

    @Test
    void noLogMeansNoCalls() throws IOException {
        assertThat(RecentCalls.of(new LossyDisk(), PROCESS, ticker.now())).isEmpty();
    }

    private void change(long number, Optional<RpcStatus> status, Optional<RpcError> error) {
        var call = ServedCalls.change(number, "x");
        assertThat(log.begins(call, PAYLOAD)).isEmpty();
        status.ifPresent(end -> log.ended(call, PAYLOAD, end, error));
    }

    private void read(long number) {
        var call = ServedCalls.read(number);
        assertThat(log.begins(call, PAYLOAD)).isEmpty();
        log.ended(call, PAYLOAD, RpcStatus.SUCCESS, Optional.empty());
    }
}
