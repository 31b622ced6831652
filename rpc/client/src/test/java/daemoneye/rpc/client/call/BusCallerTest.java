package daemoneye.rpc.client.call;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.bus.ExchangeEnd;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class BusCallerTest {
    private final LinkedClient client = new LinkedClient();
    private final BusCaller caller = new BusCaller(client.connection, client.codec, client.ticker);
    private final RpcRequest request = LinkedClient.request(CollectorOperation.START);

    @Test
    void aCallGoesToItsTargetWithItsRequestIdAndItsTime() throws Exception {
        var _ = caller.call(request);

        var sent = client.bus.lastSent();
        assertThat(sent.message.topic()).isEqualTo(request.target());
        assertThat(sent.message.correlation().correlationId())
                .isEqualTo(request.requestId().toString());
        assertThat(client.codec.decode(sent.message.payload())).isEqualTo(request);
        assertThat(sent.remaining).isEqualTo(Duration.ofSeconds(30));
        assertThat(sent.everyone).isFalse();
    }

    @Test
    void successIsDoneWithTheTimeItTook() {
        var outcome = caller.call(request);
        client.ticker.advance(Duration.ofMillis(40));
        reply(client.response(request, RpcStatus.SUCCESS), false);

        assertThat(outcome)
                .isCompletedWithValue(
                        new CallOutcome.Done(
                                LinkedClient.plain(request, RpcStatus.SUCCESS, "procmond"),
                                Duration.ofMillis(40)));
        assertNothingIsLeft();
    }

    @Test
    void aRefusalOfAnUnnamedRequestEndsTheCall() {
        var error = RpcError.notExecuted(ErrorCode.INVALID_PAYLOAD, "it could not be read");
        var outcome = caller.call(request);
        reply(client.codec.encode(unnamed(error)), false);

        assertThat(failed(outcome).error()).isEqualTo(error);
        assertNothingIsLeft();
    }

    private static RpcResponse unnamed(RpcError error) {
        return new RpcResponse(
                RequestId.NIL,
                "procmond",
                RpcStatus.ERROR,
                Optional.empty(),
                0,
                0,
                Instant.EPOCH,
                Optional.of(error));
    }

    @Test
    void aResponderThatSaysWhyIsBelieved() {
        var error = RpcError.notExecuted(ErrorCode.COLLECTOR_BUSY, "it is restarting");
        var outcome = caller.call(request);
        reply(client.codec.encode(failure(RpcStatus.ERROR, error)), false);

        assertThat(failed(outcome).error()).isEqualTo(error);
        assertThat(failed(outcome).status()).isEqualTo(RpcStatus.ERROR);
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource(
            value = RpcStatus.class,
            names = {"ERROR", "TIMEOUT", "CANCELLED", "UNAVAILABLE", "UNKNOWN"})
    void everyOtherFinalStatusIsAFailureThatMayHaveHadAnEffect(RpcStatus status) {
        var outcome = caller.call(request);
        reply(client.response(request, status), false);

        assertThat(failed(outcome).status()).isEqualTo(status);
        assertThat(failed(outcome).error().certainty()).isEqualTo(ExecutionCertainty.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "NO_RESPONDER,   UNAVAILABLE, NO_RESPONDER,      NOT_EXECUTED",
        "REFUSED,        ERROR,       REQUEST_REFUSED,   NOT_EXECUTED",
        "NOT_SENT,       UNAVAILABLE, NOT_CONNECTED,     NOT_EXECUTED",
        "DEADLINE,       TIMEOUT,     DEADLINE_EXCEEDED, UNKNOWN",
        "RESPONDER_LOST, UNAVAILABLE, RESPONDER_LOST,    UNKNOWN",
        "LINK_LOST,      UNAVAILABLE, LINK_LOST,         UNKNOWN"
    })
    void everyEndHasItsStatusCodeAndCertainty(
            ExchangeEnd end, RpcStatus status, ErrorCode code, ExecutionCertainty certainty) {
        var outcome = caller.call(request);
        client.bus.lastSent().replies.onEnd(end);

        var failed = failed(outcome);
        assertThat(failed.status()).isEqualTo(status);
        assertThat(failed.error().known()).contains(code);
        assertThat(failed.error().category()).isEqualTo(code.category());
        assertThat(failed.error().certainty()).isEqualTo(certainty);
        assertThat(failed.error().message()).contains("control.collector.procmond");
        assertNothingIsLeft();
    }

    @Test
    void readingOnlyIsUnknownTooWhenTheLinkBreaksButSaysThatItIsSafe() {
        var reading = caller.call(LinkedClient.request(CollectorOperation.HEALTH_CHECK));
        var changing = caller.call(LinkedClient.request(CollectorOperation.RESTART));
        client.bus.breakOff("cut");

        assertThat(failed(reading).error().certainty()).isEqualTo(ExecutionCertainty.UNKNOWN);
        assertThat(failed(reading).error().context())
                .containsEntry("safe_to_repeat", ConfigValue.of(true));
        assertThat(failed(changing).error().context())
                .containsEntry("safe_to_repeat", ConfigValue.of(false));
    }

    @Test
    void withoutALinkACallEndsAtOnceAndWasNotExecuted() {
        client.bus.breakOff("cut");
        var outcome = caller.call(request);

        assertThat(failed(outcome).error().known()).contains(ErrorCode.NOT_CONNECTED);
        assertThat(failed(outcome).error().certainty()).isEqualTo(ExecutionCertainty.NOT_EXECUTED);
    }

    @Test
    void aRequestThatCannotBeEncodedFailsAsAValue() {
        client.codec.refuse(body -> true);
        var one = caller.call(request);
        var everyone = caller.callEveryone(request);

        assertThat(failed(one).error().known()).contains(ErrorCode.INVALID_PAYLOAD);
        assertThat(failed(one).error().message()).contains("payload is too large");
        assertThat(everyone).isCompletedWithValueMatching(all -> all.size() == 1);
    }

    @Test
    void progressIsToldInOrderAndNothingAfterTheEnd() {
        var steps = new ArrayList<String>();
        var outcome = caller.call(request, step -> steps.add(step.serviceId()));
        progress("first");
        progress("second");
        reply(client.response(request, RpcStatus.SUCCESS), false);
        progress("late");
        client.bus.lastSent().replies.onEnd(ExchangeEnd.DEADLINE);

        assertThat(steps).containsExactly("first", "second");
        assertThat(outcome).isCompletedWithValueMatching(CallOutcome.Done.class::isInstance);
    }

    @Test
    void aFaultyProgressListenerDoesNotHarmTheCall() {
        var outcome =
                caller.call(
                        request,
                        step -> {
                            throw new IllegalStateException("a faulty listener, on purpose");
                        });
        progress("first");
        reply(client.response(request, RpcStatus.SUCCESS), false);

        assertThat(outcome).isCompletedWithValueMatching(CallOutcome.Done.class::isInstance);
    }

    @Test
    void aReplyToAnotherRequestIsDroppedAndCounted() {
        var other = LinkedClient.request(CollectorOperation.START);
        var outcome = caller.call(request);
        reply(client.response(other, RpcStatus.SUCCESS), false);

        assertThat(outcome).isNotDone();
        assertThat(caller.droppedReplies()).isEqualTo(1);
        client.ticker.advance(Duration.ofSeconds(30).plus(Duration.ofMillis(250)));
        assertThat(failed(outcome).error().known()).contains(ErrorCode.DEADLINE_EXCEEDED);
        assertNothingIsLeft();
    }

    @Test
    void anUnreadableLastReplyEndsTheCallAtOnce() {
        var outcome = caller.call(request);
        reply(new byte[] {1}, true);
        assertThat(outcome).isNotDone();
        reply(client.codec.encode(request), false);

        assertThat(failed(outcome).error().known()).contains(ErrorCode.INTERNAL_ERROR);
        assertThat(failed(outcome).error().certainty()).isEqualTo(ExecutionCertainty.UNKNOWN);
        assertThat(caller.droppedReplies()).isEqualTo(2);
    }

    @Test
    void aCallEndsAtMostAQuarterSecondAfterItsDeadlineEvenIfTheLinkHangs() {
        var outcome = caller.call(request);
        client.ticker.advance(Duration.ofSeconds(30));
        assertThat(outcome).isNotDone();
        client.ticker.advance(Duration.ofMillis(250));

        assertThat(failed(outcome).status()).isEqualTo(RpcStatus.TIMEOUT);
        assertThat(failed(outcome).took()).isLessThanOrEqualTo(Duration.ofMillis(30_250));
        assertThat(client.bus.lastSent().abandoned()).isTrue();
        assertNothingIsLeft();
    }

    @Test
    void noCallTakesLongerThanItsOperationMay() {
        var _ =
                caller.call(
                        LinkedClient.request(
                                CollectorOperation.HEALTH_CHECK,
                                Duration.ofMillis(Long.MAX_VALUE)));

        assertThat(client.bus.lastSent().remaining).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void theWallClockTimesNothingOut() {
        var outcome = caller.call(request);
        client.ticker.setWallClock(Instant.parse("2036-01-01T00:00:00Z"));
        client.ticker.advance(Duration.ofSeconds(1));

        assertThat(outcome).isNotDone();
    }

    @Test
    void whoeverCancelsAFutureStopsWaiting() {
        var outcome = caller.call(request);
        outcome.cancel(true);

        assertThat(client.bus.lastSent().abandoned()).isTrue();
        assertNothingIsLeft();
    }

    @Test
    void callsThatServeAnotherAreItsChildren() {
        var served = CorrelationMetadata.of("the-call-that-is-served");
        var _ = caller.within(served).call(request);

        var correlation = client.bus.lastSent().message.correlation();
        assertThat(correlation.correlationId()).isEqualTo(request.requestId().toString());
        assertThat(correlation.parent()).contains("the-call-that-is-served");
        assertThat(correlation.root()).contains("the-call-that-is-served");
        assertThat(correlation.hops()).isEqualTo(1);
    }

    private void progress(String serviceId) {
        var step = LinkedClient.plain(request, RpcStatus.IN_PROGRESS, serviceId);
        reply(client.codec.encode(step), true);
    }

    private void reply(byte[] payload, boolean more) {
        client.bus.lastSent().replies.onReply(payload, 0, 1, more);
    }

    private RpcResponse failure(RpcStatus status, RpcError error) {
        return new RpcResponse(
                request.requestId(),
                "agent",
                status,
                Optional.empty(),
                0,
                0,
                Instant.EPOCH,
                Optional.of(error));
    }

    private void assertNothingIsLeft() {
        assertThat(client.ticker.waitingAlarms()).isZero();
    }

    private static CallOutcome.Failed failed(CompletableFuture<CallOutcome> outcome) {
        assertThat(outcome).isCompleted();
        return (CallOutcome.Failed) outcome.join();
    }
}
