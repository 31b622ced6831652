package daemoneye.rpc.client.serve;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.client.serve.memory.CallMemory;
import daemoneye.rpc.client.serve.memory.PastCall;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

@Timeout(60)
class OutcomeAndCancelTest {
    private static final TopicPattern TOPIC = new TopicPattern("control.collector.procmond");
    private static final String OTHER = "cli@host#40/agent";
    private final CallDesk desk = new CallDesk();
    private final BusService service = desk.service();
    private final RpcRequest request = LinkedClient.request(CollectorOperation.START);
    private final Semaphore entered = new Semaphore(0);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicBoolean effect = new AtomicBoolean();

    @AfterEach
    void letEverybodyGo() {
        gate.countDown();
        service.close();
    }

    @Test
    void whatIsAtWorkIsToldWithItsLastStep() throws Exception {
        answer(
                call -> {
                    assertThat(call.commit()).isTrue();
                    call.progress("waiting for the first heartbeat");
                    return waitAtTheGate(call);
                });
        desk.ask(request);
        entered.acquire();
        desk.client.ticker.advance(Duration.ofMillis(400));

        assertThat(outcome(request))
                .containsEntry("request_id", ConfigValue.of(request.requestId().toString()))
                .containsEntry("operation", ConfigValue.of("Start"))
                .containsEntry("state", ConfigValue.of("running"))
                .containsEntry("executed", ConfigValue.of("unknown"))
                .containsEntry("committed", ConfigValue.of(true))
                .containsEntry("step", ConfigValue.of("waiting for the first heartbeat"))
                .containsEntry("started_ms_ago", ConfigValue.of(400));
    }

    @Test
    void whatSucceededIsToldAlsoToOthers() throws Exception {
        answer(call -> Answer.done());
        desk.ask(request);
        desk.nextFinal();
        desk.client.ticker.advance(Duration.ofMinutes(9));

        assertThat(outcome(request))
                .containsEntry("state", ConfigValue.of("done"))
                .containsEntry("executed", ConfigValue.of("executed"))
                .containsEntry("status", ConfigValue.of("success"))
                .containsEntry("ended_ms_ago", ConfigValue.of(540_000));
    }

    @Test
    void whatFailedIsToldWithItsReason() throws Exception {
        answer(
                call ->
                        Answer.failed(
                                new RpcError(
                                        ErrorCode.COLLECTOR_START_FAILED.name(),
                                        "it ended at once",
                                        Map.of(),
                                        ErrorCode.COLLECTOR_START_FAILED.category(),
                                        ExecutionCertainty.EXECUTED)));
        desk.ask(request);
        desk.nextFinal();

        assertThat(outcome(request))
                .containsEntry("state", ConfigValue.of("failed"))
                .containsEntry("executed", ConfigValue.of("executed"))
                .containsEntry("status", ConfigValue.of("error"))
                .containsEntry("code", ConfigValue.of("COLLECTOR_START_FAILED"))
                .containsEntry("message", ConfigValue.of("it ended at once"));
    }

    @Test
    void whatEndedAfterItsDeadlineIsToldAsItEnded() throws Exception {
        answer(
                call -> {
                    assertThat(call.commit()).isTrue();
                    return waitAtTheGate(call);
                });
        desk.ask(request, Duration.ofSeconds(5));
        entered.acquire();
        desk.client.ticker.advance(Duration.ofSeconds(5));
        assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.TIMEOUT);
        assertThat(outcome(request)).containsEntry("state", ConfigValue.of("running"));
        gate.countDown();
        desk.awaitIdle();

        assertThat(outcome(request))
                .containsEntry("state", ConfigValue.of("done"))
                .containsEntry("executed", ConfigValue.of("executed"));
    }

    @Test
    void whatTheDeadlineStoppedBeforeItsCommitPointHadNoEffect() throws Exception {
        answer(this::committingAfterTheGate);
        desk.ask(request, Duration.ofSeconds(5));
        entered.acquire();
        desk.client.ticker.advance(Duration.ofSeconds(5));
        assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.TIMEOUT);
        desk.awaitIdle();

        assertThat(effect).isFalse();
        assertThat(outcome(request))
                .containsEntry("state", ConfigValue.of("failed"))
                .containsEntry("executed", ConfigValue.of("not_executed"))
                .containsEntry("code", ConfigValue.of("DEADLINE_EXCEEDED"));
    }

    @Test
    void whatIsNotKnownIsSaidToBeUnknownAndHowFarTheMemoryReaches() throws Exception {
        answer(call -> Answer.done());
        desk.client.ticker.advance(Duration.ofSeconds(40));
        assertThat(outcome(request))
                .containsEntry("state", ConfigValue.of("unknown"))
                .containsEntry("executed", ConfigValue.of("unknown"))
                .containsEntry("service_started_ms_ago", ConfigValue.of(40_000))
                .containsEntry("remembered_ms", ConfigValue.of(40_000));
        desk.client.ticker.advance(Duration.ofHours(1));

        assertThat(outcome(request))
                .containsEntry("remembered_ms", ConfigValue.of(CallMemory.KEPT.toMillis()));
    }

    @Test
    void whatAnEarlierLifeLeftOpenIsUnknown() throws Exception {
        assertThat(
                        service.remember(
                                new PastCall(
                                        OTHER,
                                        request.requestId(),
                                        request.operation(),
                                        Duration.ofSeconds(70),
                                        Optional.empty(),
                                        Optional.empty())))
                .isTrue();
        answer(call -> Answer.done());

        assertThat(outcome(request))
                .containsEntry("state", ConfigValue.of("unknown"))
                .containsEntry("executed", ConfigValue.of("unknown"))
                .containsEntry("code", ConfigValue.of("RESPONDER_LOST"))
                .containsEntry("started_ms_ago", ConfigValue.of(70_000))
                .doesNotContainKey("ended_ms_ago");
    }

    @Test
    void questionsComeThroughWhileEveryPlaceIsTaken() throws Exception {
        answer(this::waitAtTheGate);
        for (int n = 0; n < RpcService.MAX_CONCURRENT; n++) {
            desk.ask(LinkedClient.request(CollectorOperation.START));
        }
        entered.acquire(RpcService.MAX_CONCURRENT);

        assertThat(outcome(request)).containsEntry("state", ConfigValue.of("unknown"));
    }

    @Test
    void whatIsCancelledBeforeItsCommitPointHasNoEffect() throws Exception {
        answer(this::committingAfterTheGate);
        desk.ask(request);
        entered.acquire();

        assertThat(cancel(request).status()).isEqualTo(RpcStatus.SUCCESS);
        var response = desk.nextFinal();
        assertThat(response.status()).isEqualTo(RpcStatus.CANCELLED);
        var error = response.errorDetails().orElseThrow();
        assertThat(error.known()).contains(ErrorCode.CANCELLED);
        assertThat(error.certainty()).isEqualTo(ExecutionCertainty.NOT_EXECUTED);
        assertThat(error.message()).contains("cli@host");
        desk.awaitIdle();
        assertThat(effect).isFalse();
        assertThat(outcome(request))
                .containsEntry("state", ConfigValue.of("cancelled"))
                .containsEntry("executed", ConfigValue.of("not_executed"));
    }

    @Test
    void aHandlerThatDoesNotListenToInterruptsIsKeptFromCommitting() throws Exception {
        answer(
                call -> {
                    entered.release();
                    awaitStubbornly(gate);
                    effect.set(call.commit());
                    return Answer.done();
                });
        desk.ask(request);
        entered.acquire();
        var cancel = desk.askAs(OTHER, Questioner.question(CollectorOperation.CANCEL, request));
        awaitCancelled();
        gate.countDown();

        assertThat(cancel.nextFinal().status()).isEqualTo(RpcStatus.SUCCESS);
        assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.CANCELLED);
        assertThat(effect).isFalse();
    }

    @Test
    void whatIsPastItsCommitPointGoesOn() throws Exception {
        answer(
                call -> {
                    effect.set(call.commit());
                    return waitAtTheGate(call);
                });
        desk.ask(request);
        entered.acquire();
        var error = assertTooLate(cancel(request));

        assertThat(error.context()).containsEntry("state", ConfigValue.of("running"));
        desk.assertNothingElseWasSaid();
        gate.countDown();
        assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.SUCCESS);
        assertThat(effect).isTrue();
    }

    @Test
    void whatEndsAllTheSameIsBelieved() throws Exception {
        answer(
                call -> {
                    entered.release();
                    awaitStubbornly(gate);
                    return Answer.done();
                });
        desk.ask(request);
        entered.acquire();
        var cancel = desk.askAs(OTHER, Questioner.question(CollectorOperation.CANCEL, request));
        awaitCancelled();
        gate.countDown();

        assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.SUCCESS);
        assertThat(assertTooLate(cancel.nextFinal()).context())
                .containsEntry("state", ConfigValue.of("done"));
    }

    @Test
    void whatWaitsForAPlaceIsNeverBegun() throws Exception {
        answer(this::waitAtTheGate);
        for (int n = 0; n < RpcService.MAX_CONCURRENT; n++) {
            desk.ask(LinkedClient.request(CollectorOperation.START));
        }
        entered.acquire(RpcService.MAX_CONCURRENT);
        var check = LinkedClient.request(CollectorOperation.GET_CAPABILITIES);
        var waiting = desk.askAs(CallDesk.CONSOLE, check);
        assertThat(outcome(check))
                .containsEntry("state", ConfigValue.of("waiting"))
                .containsEntry("executed", ConfigValue.of("not_executed"));

        assertThat(cancel(check).status()).isEqualTo(RpcStatus.SUCCESS);
        assertThat(waiting.nextFinal().status()).isEqualTo(RpcStatus.CANCELLED);
        gate.countDown();
        desk.awaitIdle();
        assertThat(entered.availablePermits()).isZero();
    }

    @Test
    void whatHasEndedOrWasNeverSentCannotBeCancelled() throws Exception {
        answer(call -> Answer.done());
        var unknown = cancel(request).errorDetails().orElseThrow();
        assertThat(unknown.known()).contains(ErrorCode.REQUEST_UNKNOWN);
        assertThat(unknown.certainty()).isEqualTo(ExecutionCertainty.NOT_EXECUTED);
        desk.ask(request);
        desk.nextFinal();

        assertTooLate(cancel(request));
    }

    @Test
    void aQuestionThatNamesNoRequestIsRefused() throws Exception {
        answer(call -> Answer.done());
        for (var payload :
                new GenericPayload[] {
                    new GenericPayload(Map.of()),
                    new GenericPayload(Map.of("request_id", ConfigValue.of("nonsense"))),
                    new GenericPayload(Map.of("request_id", ConfigValue.of(7)))
                }) {
            var asked = Questioner.ask(CollectorOperation.CANCEL, payload);
            var error = desk.askAs(OTHER, asked).nextFinal().errorDetails().orElseThrow();
            assertThat(error.known()).contains(ErrorCode.INVALID_PAYLOAD);
            assertThat(error.context()).containsEntry("field", ConfigValue.of("values.request_id"));
        }
    }

    @Test
    void whoeverRacesForTheCommitPointOneOfThemWins() throws Exception {
        answer(
                call -> {
                    entered.release();
                    effect.set(call.commit());
                    return Answer.done();
                });
        for (int n = 0; n < 500; n++) {
            effect.set(false);
            var raced = LinkedClient.request(CollectorOperation.START);
            var start = desk.askAs(CallDesk.CONSOLE, raced);
            entered.acquire();
            var cancelled = cancel(raced).status() == RpcStatus.SUCCESS;

            var end = start.nextFinal().status();
            assertThat(end).isEqualTo(cancelled ? RpcStatus.CANCELLED : RpcStatus.SUCCESS);
            assertThat(effect.get()).as("round " + n).isEqualTo(!cancelled);
            start.assertNothingElseWasSaid();
        }
    }

    private void answer(RequestHandler handler) {
        service.answer(TOPIC, SubscriptionKind.ANSWER, handler);
    }

    private Answer waitAtTheGate(ServedRequest call) throws InterruptedException {
        entered.release();
        gate.await();
        return Answer.done();
    }

    private Answer committingAfterTheGate(ServedRequest call) throws InterruptedException {
        waitAtTheGate(call);
        effect.set(call.commit());
        return Answer.done();
    }

    /// Until the Cancel itself waits for the end of what it cancels.
    private void awaitCancelled() {
        desk.awaitWaiting(2);
    }

    private static void awaitStubbornly(CountDownLatch latch) {
        boolean interrupted = true;
        while (interrupted) {
            try {
                latch.await();
                interrupted = false;
            } catch (InterruptedException stubborn) {
                // on purpose: this handler does not listen
            }
        }
    }

    private Map<String, ConfigValue> outcome(RpcRequest about) throws InterruptedException {
        var answer =
                desk.askAs(OTHER, Questioner.question(CollectorOperation.QUERY_OUTCOME, about));
        return ((GenericPayload) answer.nextFinal().payload().orElseThrow()).values();
    }

    private RpcResponse cancel(RpcRequest which) throws InterruptedException {
        return desk.askAs(OTHER, Questioner.question(CollectorOperation.CANCEL, which)).nextFinal();
    }

    private static RpcError assertTooLate(RpcResponse response) {
        var error = response.errorDetails().orElseThrow();
        assertThat(error.known()).contains(ErrorCode.CANCEL_TOO_LATE);
        assertThat(error.certainty()).isEqualTo(ExecutionCertainty.NOT_EXECUTED);
        return error;
    }
}
