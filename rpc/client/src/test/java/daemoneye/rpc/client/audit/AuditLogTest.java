package daemoneye.rpc.client.audit;

import static daemoneye.rpc.client.audit.fake.Entries.PROCESS;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.audit.chain.LogSettings;
import daemoneye.rpc.client.audit.chain.Standing;
import daemoneye.rpc.client.audit.fake.Entries;
import daemoneye.rpc.client.audit.fake.LossyDisk;
import daemoneye.rpc.client.audit.fake.ServedCalls;
import daemoneye.rpc.client.audit.fake.Writers;
import daemoneye.rpc.client.audit.format.AuditFacts;
import daemoneye.rpc.client.audit.format.Digest;
import daemoneye.rpc.client.audit.format.SegmentName;
import daemoneye.rpc.client.audit.read.LogVerifier;
import daemoneye.rpc.protocol.error.ErrorCategory;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// What a service's calls leave behind.
class AuditLogTest {
    private static final byte[] PAYLOAD = "the bytes".getBytes(StandardCharsets.US_ASCII);

    private final LossyDisk disk = new LossyDisk();
    private final FakeTicker ticker = new FakeTicker();

    @Test
    void aChangeLeavesIntentAndOutcomeWithEverythingTheDesignNames() throws Exception {
        var log = log(Runnable::run);
        var call = ServedCalls.change(1, "maintenance");
        assertThat(log.begins(call, PAYLOAD)).isEmpty();
        disk.powerReturns(0);
        assertThat(Entries.intents(disk)).containsExactly(new UUID(0, 1).toString());
        ticker.advance(Duration.ofMillis(1_500));
        var error = RpcError.unknown(ErrorCode.COLLECTOR_STOP_FAILED, "it did not end");
        log.ended(call, PAYLOAD, RpcStatus.ERROR, Optional.of(error));
        ticker.advance(Duration.ofSeconds(1));

        var expected =
                new AuditFacts.CallFacts(
                        "console#7/operator",
                        "console@desk",
                        "rpc.GracefulShutdown",
                        "control.shutdown.procmond",
                        Digest.of(PAYLOAD),
                        PAYLOAD.length,
                        new UUID(0, 1).toString(),
                        Optional.of("maintenance"));
        var entries = Entries.all(disk);
        assertThat(entries.get(2).facts()).isEqualTo(new AuditFacts.Intent(expected));
        assertThat(entries.getLast().facts())
                .isEqualTo(
                        new AuditFacts.Outcome(
                                expected,
                                new AuditFacts.CallResult(
                                        "error",
                                        Optional.of("COLLECTOR_STOP_FAILED"),
                                        Optional.of("unknown"),
                                        1_500_000)));
    }

    @Test
    void aReadLeavesOneEntryAndWaitsForNobody() {
        var log = log(task -> {}); // nobody writes
        var call = ServedCalls.read(1);
        assertThat(log.begins(call, PAYLOAD)).isEmpty();
        log.ended(call, PAYLOAD, RpcStatus.SUCCESS, Optional.empty());
        assertThat(disk.names()).isEmpty();
    }

    @Test
    void withoutALogChangesAreRefusedAndReadsGoOn() {
        disk.broken(true);
        var log = log(Runnable::run);
        var refusal = log.begins(ServedCalls.change(1, "x"), PAYLOAD).orElseThrow();
        assertThat(refusal.code()).isEqualTo(ErrorCode.AUDIT_UNAVAILABLE.name());
        assertThat(refusal.category()).isEqualTo(ErrorCategory.RESOURCE);
        assertThat(refusal.certainty()).isEqualTo(ExecutionCertainty.NOT_EXECUTED);
        assertThat(refusal.message()).contains("Input/output error").contains("procmond");
        assertThat(refusal.context()).containsEntry("audit_folder", ConfigValue.of("/place"));
        assertThat(log.begins(ServedCalls.read(2), PAYLOAD)).isEmpty();

        disk.broken(false);
        ticker.advance(Duration.ofSeconds(1));
        assertThat(log.begins(ServedCalls.change(3, "x"), PAYLOAD)).isEmpty();
    }

    @Test
    void aCallWhoseTimeIsOverWhileTheDiskIsSlowIsRefused() {
        var log = log(task -> {});
        Thread.currentThread().interrupt();
        var refusal = log.begins(ServedCalls.change(1, "x"), PAYLOAD);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(refusal.orElseThrow().code()).isEqualTo(ErrorCode.AUDIT_UNAVAILABLE.name());
    }

    @Test
    @Timeout(20)
    void aDiskThatHangsHoldsUpOneChangeForAMomentAndOthersNotAtAll() {
        var tasks = new ArrayDeque<Runnable>();
        var log = log(tasks::add);
        var first =
                CompletableFuture.supplyAsync(
                        () -> log.begins(ServedCalls.change(1, "x"), PAYLOAD));
        while (ticker.waitingAlarms() == 0) {
            Thread.onSpinWait();
        }
        ticker.advance(AuditLog.PATIENCE);
        assertThat(first.join().orElseThrow().message()).contains("its disk is slow");
        assertThat(log.begins(ServedCalls.change(2, "x"), PAYLOAD)).isPresent();
        assertThat(log.begins(ServedCalls.read(3), PAYLOAD)).isEmpty();
        assertThat(log.standing()).isInstanceOf(Standing.Unavailable.class);

        tasks.remove().run();

        assertThat(log.standing()).isInstanceOf(Standing.Working.class);
        assertThat(Entries.intents(disk)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "line\nbreak\r{\"seq\":9}",
                "bell\u0007 escape\u001b[2J nul\u0000",
                "right\u202eto left \u2066 isolate",
                "quote \" backslash \\ \\u0041",
                "half \ud800 a pair",
                "\u2028\u2029\u0085\ufeff"
            })
    void hostileReasonsStayOnTheirLineAndAreSeen(String reason) throws Exception {
        var log = log(Runnable::run);
        assertThat(log.begins(ServedCalls.change(1, reason), PAYLOAD)).isEmpty();
        var content = disk.content(new SegmentName(PROCESS, 1).fileName());
        for (byte each : content) {
            assertThat(each == '\n' || (each >= ' ' && each <= '~')).isTrue();
        }
        assertThat(Entries.all(disk)).hasSize(3);
        assertThat(Entries.all(disk).getLast().call().orElseThrow().reason().orElseThrow())
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
        assertThat(new LogVerifier(disk).verify(PROCESS).bad()).isEmpty();
    }

    @Test
    void endlessReasonsAreCutAndSayHowLongTheyWere() {
        var log = log(Runnable::run);
        log.begins(ServedCalls.change(1, "\u4e2d".repeat(10_000)), PAYLOAD);
        var reason = Entries.all(disk).getLast().call().orElseThrow().reason().orElseThrow();
        assertThat(reason).startsWith("\u4e2d".repeat(1_000) + "...").contains("10000 characters");
    }

    @Test
    void payloadsAreNeverKept() {
        var log = log(Runnable::run);
        log.begins(ServedCalls.change(1, "x"), PAYLOAD);
        log.close();
        for (var name : disk.names()) {
            assertThat(new String(disk.content(name), StandardCharsets.US_ASCII))
                    .doesNotContain("the bytes");
        }
    }

    private AuditLog log(Executor thread) {
        var recorder = Writers.on(disk, ticker, LogSettings.USUAL, thread);
        return new AuditLog(recorder, PROCESS, "/place", ticker);
    }
}
