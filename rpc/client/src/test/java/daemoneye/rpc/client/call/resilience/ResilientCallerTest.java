package daemoneye.rpc.client.call.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.call.CallOutcome.Done;
import daemoneye.rpc.client.call.CallOutcome.Failed;
import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.bus.ExchangeEnd;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

class ResilientCallerTest extends ResilienceScene {
    @ParameterizedTest
    @CsvSource({
        "START, 29999",
        "START, 60001",
        "HEALTH_CHECK, 999",
        "HEALTH_CHECK, 10001",
        "FORCE_SHUTDOWN, 4999",
        "FORCE_SHUTDOWN, 5001",
        "GRACEFUL_SHUTDOWN, 59999",
        "UPDATE_CONFIG, 9999",
        "PAUSE, 300001"
    })
    void aTimeoutOutOfBoundsIsRefusedAtOnce(CollectorOperation operation, long millis) {
        var request = LinkedClient.request(operation, Duration.ofMillis(millis));
        for (var end : List.of(one(caller.call(request)), first(caller.callEveryone(request)))) {
            var error = ((Failed) end).error();
            assertThat(error.known()).contains(ErrorCode.INVALID_TIMEOUT);
            assertThat(error.certainty()).isEqualTo(ExecutionCertainty.NOT_EXECUTED);
            assertThat(error.context())
                    .containsEntry("timeout_ms", ConfigValue.of(millis))
                    .containsEntry(
                            "least_timeout_ms",
                            ConfigValue.of(operation.timeout().least().toMillis()))
                    .containsEntry(
                            "most_timeout_ms",
                            ConfigValue.of(operation.timeout().most().toMillis()));
        }
        assertThat(bus.sent).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CollectorOperation.class)
    void theBoundsThemselvesAreAllowed(CollectorOperation operation) {
        var _ = caller.call(LinkedClient.request(operation, operation.timeout().least()));
        var _ = caller.call(LinkedClient.request(operation, operation.timeout().most()));
        assertThat(bus.sent).hasSize(2);
    }

    /// What the table of operations allows, times how the first try ended.
    @ParameterizedTest
    @CsvSource({
        "HEALTH_CHECK, NO_RESPONDER,   true",
        "HEALTH_CHECK, RESPONDER_LOST, true",
        "HEALTH_CHECK, NOT_SENT,       true",
        "HEALTH_CHECK, REFUSED,        false",
        "START,        NO_RESPONDER,   true",
        "START,        RESPONDER_LOST, true",
        "START,        NOT_SENT,       false",
        "START,        REFUSED,        false",
        "RESTART,      NO_RESPONDER,   false",
        "RESTART,      RESPONDER_LOST, false",
        "RESTART,      NOT_SENT,       false",
        "RESTART,      REFUSED,        false",
        "EXECUTE_TASK, RESPONDER_LOST, false"
    })
    void onlyWhatIsSafeIsRepeated(CollectorOperation operation, ExchangeEnd end, boolean repeated) {
        var outcome = caller.call(LinkedClient.request(operation));
        end(end);
        client.ticker.advance(RetryWaits.bound(1));

        assertThat(bus.sent).hasSize(repeated ? 2 : 1);
        assertThat(outcome.isDone()).isEqualTo(!repeated);
    }

    @Test
    void aRepeatCarriesTheSameRequestAndTheTimeThatIsLeft() {
        var request = LinkedClient.request(CollectorOperation.START);
        var outcome = caller.call(request);
        client.ticker.advance(Duration.ofSeconds(10));
        end(ExchangeEnd.RESPONDER_LOST);
        long before = client.ticker.nanos();
        client.ticker.advance(Duration.ofMillis(100));

        assertThat(bus.sent).hasSize(2);
        assertThat(decoded(bus.lastSent())).isEqualTo(request);
        assertThat(bus.lastSent().remaining)
                .isBetween(Duration.ofMillis(19_900), Duration.ofSeconds(20));
        reply(request, RpcStatus.SUCCESS, Optional.empty());
        assertThat(one(outcome)).isInstanceOf(Done.class);
        assertThat(one(outcome).took()).isEqualTo(Duration.ofNanos(before).plusMillis(100));
        assertThat(client.ticker.waitingAlarms()).isZero();
    }

    @Test
    void thereAreThreeTriesWithGrowingJitteredWaits() {
        var outcome = caller.call(LinkedClient.request(CollectorOperation.HEALTH_CHECK));
        for (int i = 1; i <= 3; i++) {
            assertThat(bus.sent).hasSize(i);
            end(ExchangeEnd.NO_RESPONDER);
            client.ticker.advance(RetryWaits.bound(i));
        }
        assertThat(bus.sent).hasSize(3);
        assertThat(failed(outcome).error().context()).containsEntry("attempts", ConfigValue.of(3));
        assertThat(events).hasSize(2);
        var second = (ResilienceEvent.Retrying) events.getFirst();
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.attempts()).isEqualTo(3);
        assertThat(second.code()).isEqualTo("NO_RESPONDER");
        assertThat(second.in()).isBetween(Duration.ZERO, Duration.ofMillis(100));
        assertThat(second.sentence()).startsWith("attempt 2 of 3 in 0.");
    }

    @Test
    void aRefusalIsNeverRepeatedUnlessItSaysWhenToComeAgain() {
        var busy = RpcError.notExecuted(ErrorCode.COLLECTOR_BUSY, "it is restarting");
        var invalid = RpcError.notExecuted(ErrorCode.INVALID_PAYLOAD, "no such key");
        var denied = RpcError.notExecuted(ErrorCode.PERMISSION_DENIED, "operators only");
        for (var refusal : List.of(busy, invalid, denied)) {
            var request = LinkedClient.request(CollectorOperation.UPDATE_CONFIG);
            var outcome = caller.call(request);
            reply(request, RpcStatus.ERROR, Optional.of(refusal));
            assertThat(failed(outcome).error()).isEqualTo(refusal);
        }
        assertThat(bus.sent).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = CollectorOperation.class,
            names = {"HEALTH_CHECK", "START", "RESTART"})
    void tooManyRequestsIsRepeatedWhenTheResponderSaid(CollectorOperation operation) {
        var request = LinkedClient.request(operation);
        var outcome = caller.call(request);
        reply(request, RpcStatus.ERROR, Optional.of(tooMany(2_000)));
        client.ticker.advance(Duration.ofMillis(1_999));
        assertThat(bus.sent).hasSize(1);
        client.ticker.advance(Duration.ofMillis(101));
        assertThat(bus.sent).hasSize(2);
        assertThat(outcome).isNotDone();
    }

    @Test
    void noRepeatIsPlannedBeyondTheDeadline() {
        var request = LinkedClient.request(CollectorOperation.HEALTH_CHECK);
        var outcome = caller.call(request);
        reply(request, RpcStatus.ERROR, Optional.of(tooMany(5_000)));

        assertThat(failed(outcome).error().known()).contains(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(events).isEmpty();
    }

    @Test
    void onceUnknownAlwaysUnknown() {
        var request = LinkedClient.request(CollectorOperation.STOP);
        var outcome = caller.call(request);
        end(ExchangeEnd.RESPONDER_LOST);
        client.ticker.advance(RetryWaits.bound(1));
        var refusal = RpcError.notExecuted(ErrorCode.COLLECTOR_NOT_RUNNING, "it is stopped");
        reply(request, RpcStatus.ERROR, Optional.of(refusal));

        var error = failed(outcome).error();
        assertThat(error.certainty()).isEqualTo(ExecutionCertainty.UNKNOWN);
        assertThat(error.known()).contains(ErrorCode.RESPONDER_LOST);
        assertThat(error.context())
                .containsEntry("attempts", ConfigValue.of(2))
                .containsEntry("last_attempt", ConfigValue.of("COLLECTOR_NOT_RUNNING"));
    }

    @Test
    void aRepeatWaitsAMomentForTheLinkToComeBack() {
        var request = LinkedClient.request(CollectorOperation.START);
        var outcome = caller.call(request);
        bus.breakOff("cut");
        client.ticker.advance(Duration.ofMillis(400));
        bus = client.dialer.accept();

        assertThat(bus.sent).hasSize(1);
        assertThat(decoded(bus.lastSent())).isEqualTo(request);
        reply(request, RpcStatus.SUCCESS, Optional.empty());
        assertThat(one(outcome)).isInstanceOf(Done.class);
    }

    @Test
    void aCallDoesNotOutliveABrokerThatIsGoneByMoreThanASecond() {
        var changing = caller.call(LinkedClient.request(CollectorOperation.START));
        var reading = caller.call(LinkedClient.request(CollectorOperation.HEALTH_CHECK));
        bus.breakOff("cut");
        client.ticker.advance(Duration.ofSeconds(1));

        for (var call : List.of(changing, reading)) {
            assertThat(failed(call).error().known()).contains(ErrorCode.LINK_LOST);
            assertThat(failed(call).error().certainty()).isEqualTo(ExecutionCertainty.UNKNOWN);
        }
        assertThat(caller.breakers()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CollectorOperation.class)
    void aCallEndsAtMostAQuarterSecondAfterItsDeadlineWhateverHappens(
            CollectorOperation operation) {
        var request = LinkedClient.request(operation);
        var outcome = caller.call(request);
        var deadline = operation.timeout().standard();
        client.ticker.advance(deadline.minusMillis(150));
        end(ExchangeEnd.RESPONDER_LOST);
        client.ticker.advance(Duration.ofMillis(400));

        assertThat(outcome).isDone();
        assertThat(one(outcome).took()).isLessThanOrEqualTo(deadline.plusMillis(250));
        assertThat(client.ticker.waitingAlarms()).isZero();
    }

    @Test
    void theBudgetKeepsRepeatsBelowATenth() {
        int calls = 1_000;
        for (int i = 0; i < calls; i++) {
            var request = LinkedClient.request(CollectorOperation.LIST_COLLECTORS);
            var outcome = caller.call(request);
            reply(request, RpcStatus.ERROR, Optional.of(tooMany(0)));
            client.ticker.advance(RetryWaits.bound(1));
            if (!outcome.isDone()) {
                reply(request, RpcStatus.SUCCESS, Optional.empty());
            }
            assertThat(outcome).isDone();
        }
        int repeats = bus.sent.size() - calls;
        assertThat(repeats).isBetween(calls / 10, calls / 10 + RetryBudget.MOST_SAVED);
        assertThat(events)
                .filteredOn(ResilienceEvent.BudgetExhausted.class::isInstance)
                .hasSize(calls - repeats);
    }

    @Test
    void whoeverCancelsStopsTheTryAndThoseThatWouldFollow() {
        var first = caller.call(LinkedClient.request(CollectorOperation.START));
        first.cancel(true);
        assertThat(bus.lastSent().abandoned()).isTrue();

        var waiting = caller.call(LinkedClient.request(CollectorOperation.START));
        end(ExchangeEnd.RESPONDER_LOST);
        waiting.cancel(true);
        client.ticker.advance(Duration.ofSeconds(10));
        assertThat(bus.sent).hasSize(2);
        assertThat(client.ticker.waitingAlarms()).isZero();
    }
}
