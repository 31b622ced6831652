package daemoneye.rpc.client.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.client.fake.LinkedClient;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

@Timeout(60)
class BusServiceTest {
    private static final TopicPattern TOPIC = new TopicPattern("control.collector.procmond");
    private final CallDesk desk = new CallDesk();
    private final BusService service = desk.service();
    private final RpcRequest request = LinkedClient.request(CollectorOperation.START);
    private final Semaphore entered = new Semaphore(0);
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void letEverybodyGo() {
        gate.countDown();
        service.close();
    }

    @Test
    void successCarriesPayloadServiceAndRequestId() throws Exception {
        var payload = new GenericPayload(Map.of("accepted", ConfigValue.of(true)));
        answer(call -> Answer.done(payload));
        desk.ask(request);

        var response = desk.nextFinal();
        assertThat(response.status()).isEqualTo(RpcStatus.SUCCESS);
        assertThat(response.requestId()).isEqualTo(request.requestId());
        assertThat(response.serviceId()).isEqualTo("procmond");
        assertThat(response.payload()).contains(payload);
        assertThat(response.errorDetails()).isEmpty();
    }

    @Test
    void aHandlerSeesWhoAsksAndWhatItBelongsTo() throws Exception {
        answer(
                call ->
                        Answer.failed(
                                RpcError.notExecuted(
                                        ErrorCode.NOT_OWNER,
                                        call.sender()
                                                + " "
                                                + call.correlation().correlationId()
                                                + " "
                                                + call.remaining().toSeconds())));
        desk.ask(request, Duration.ofSeconds(12));

        var response = desk.nextFinal();
        assertThat(response.status()).isEqualTo(RpcStatus.ERROR);
        assertThat(response.errorDetails().orElseThrow().message())
                .isEqualTo("console@host#7/agent " + request.requestId() + " 12");
    }

    @Test
    void waitingAndWorkingAreMeasuredApart() throws Exception {
        answer(
                call -> {
                    desk.client.ticker.advance(Duration.ofMillis(70));
                    call.progress(Step.of("half way").with("phase", ConfigValue.of("stopping")));
                    desk.client.ticker.advance(Duration.ofMillis(30));
                    return Answer.done();
                });
        desk.ask(request);

        var step = desk.next();
        assertThat(step.more()).isTrue();
        assertThat(step.response().status()).isEqualTo(RpcStatus.IN_PROGRESS);
        assertThat(step.response().executionTimeMs()).isEqualTo(70);
        assertThat(step.response().payload())
                .contains(
                        new GenericPayload(
                                Map.of(
                                        "step", ConfigValue.of("half way"),
                                        "phase", ConfigValue.of("stopping"))));
        assertThat(desk.nextFinal().executionTimeMs()).isEqualTo(100);
    }

    @Test
    void tenAreServedAtATimeAndTheEleventhIsToldWhenToComeBack() throws Exception {
        answer(this::waitAtTheGate);
        for (int n = 0; n < RpcService.MAX_CONCURRENT; n++) {
            desk.ask(LinkedClient.request(CollectorOperation.START));
        }
        entered.acquire(RpcService.MAX_CONCURRENT);
        desk.ask(request);

        var error = error(desk.nextFinal(), ErrorCode.TOO_MANY_REQUESTS);
        assertThat(error.certainty()).isEqualTo(ExecutionCertainty.NOT_EXECUTED);
        assertThat(error.context()).containsEntry("retry_after_ms", ConfigValue.of(200));
        gate.countDown();
        for (int n = 0; n < RpcService.MAX_CONCURRENT; n++) {
            assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.SUCCESS);
        }
    }

    @Test
    void whatOnlyReadsWaitsForAPlaceAndTheSixtyFifthThatWaitsIsRefused() throws Exception {
        answer(this::waitAtTheGate);
        for (int n = 0; n < RpcService.MAX_CONCURRENT; n++) {
            desk.ask(LinkedClient.request(CollectorOperation.START));
        }
        entered.acquire(RpcService.MAX_CONCURRENT);
        for (int n = 0; n <= RpcService.MAX_WAITING; n++) {
            desk.ask(LinkedClient.request(CollectorOperation.HEALTH_CHECK));
        }

        error(desk.nextFinal(), ErrorCode.TOO_MANY_REQUESTS);
        gate.countDown();
        for (int n = 0; n < RpcService.MAX_CONCURRENT + RpcService.MAX_WAITING; n++) {
            assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.SUCCESS);
        }
        desk.awaitIdle();
    }

    @Test
    @Timeout(30)
    void whoeverWaitsInVainIsToldAtItsDeadline() throws Exception {
        answer(this::waitAtTheGate);
        for (int n = 0; n < RpcService.MAX_CONCURRENT; n++) {
            desk.ask(LinkedClient.request(CollectorOperation.START));
        }
        entered.acquire(RpcService.MAX_CONCURRENT);
        desk.ask(LinkedClient.request(CollectorOperation.HEALTH_CHECK), Duration.ofSeconds(5));
        while (desk.client.ticker.waitingAlarms() <= RpcService.MAX_CONCURRENT) {
            Thread.onSpinWait();
        }
        desk.client.ticker.advance(Duration.ofSeconds(5));

        assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.TIMEOUT);
        gate.countDown();
    }

    @Test
    void aPromptRequestComesThroughWhileLongOnesHoldEveryPlace() throws Exception {
        service.answer(
                TOPIC,
                SubscriptionKind.ANSWER,
                OperationTable.empty()
                        .with(CollectorOperation.START, this::waitAtTheGate)
                        .withPrompt(CollectorOperation.FORCE_SHUTDOWN, call -> Answer.done()));
        for (int n = 0; n < RpcService.MAX_CONCURRENT; n++) {
            desk.ask(LinkedClient.request(CollectorOperation.START));
        }
        entered.acquire(RpcService.MAX_CONCURRENT);
        desk.ask(LinkedClient.request(CollectorOperation.FORCE_SHUTDOWN));
        assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.SUCCESS);

        desk.ask(request);
        error(desk.nextFinal(), ErrorCode.TOO_MANY_REQUESTS);
    }

    @Test
    void placesAreFreeAgainAfterEveryKindOfEnd() throws Exception {
        answer(
                call -> {
                    throw new IllegalStateException("a faulty handler, on purpose");
                });
        for (int n = 0; n <= RpcService.MAX_CONCURRENT; n++) {
            desk.ask(LinkedClient.request(CollectorOperation.START));
            error(desk.nextFinal(), ErrorCode.INTERNAL_ERROR);
            desk.awaitIdle();
        }
    }

    @Test
    void theDeadlineInterruptsTheHandlerAndSaysThatTheOutcomeIsUnknown() throws Exception {
        var interrupted = new CountDownLatch(1);
        answer(
                call -> {
                    try {
                        return waitAtTheGate(call);
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                        throw e;
                    }
                });
        desk.ask(request, Duration.ofSeconds(7));
        entered.acquire();
        desk.client.ticker.advance(Duration.ofSeconds(7));

        var response = desk.nextFinal();
        assertThat(response.status()).isEqualTo(RpcStatus.TIMEOUT);
        assertThat(response.executionTimeMs()).isEqualTo(7000);
        assertThat(error(response, ErrorCode.DEADLINE_EXCEEDED).certainty())
                .isEqualTo(ExecutionCertainty.UNKNOWN);
        interrupted.await();
        desk.awaitIdle();
        desk.assertNothingElseWasSaid();
    }

    @Test
    void noOperationIsGivenMoreThanItsMost() throws Exception {
        answer(this::waitAtTheGate);
        desk.ask(LinkedClient.request(CollectorOperation.HEALTH_CHECK), Duration.ofMinutes(5));
        entered.acquire();
        desk.client.ticker.advance(Duration.ofSeconds(10));

        assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.TIMEOUT);
    }

    @Test
    void aHandlerThatIgnoresTheInterruptKeepsItsPlaceAndIsNotHeardAgain() throws Exception {
        answer(
                call -> {
                    entered.release();
                    awaitStubbornly(gate);
                    call.progress("too late");
                    return Answer.done();
                });
        for (int n = 0; n < RpcService.MAX_CONCURRENT; n++) {
            desk.ask(LinkedClient.request(CollectorOperation.START), Duration.ofSeconds(7));
        }
        entered.acquire(RpcService.MAX_CONCURRENT);
        desk.client.ticker.advance(Duration.ofSeconds(7));
        for (int n = 0; n < RpcService.MAX_CONCURRENT; n++) {
            assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.TIMEOUT);
        }
        desk.ask(request, Duration.ofSeconds(7));
        error(desk.nextFinal(), ErrorCode.TOO_MANY_REQUESTS);
        gate.countDown();
        desk.awaitIdle();
        desk.assertNothingElseWasSaid();
    }

    @Test
    void nothingIsSaidAtTheDeadlineOfWorkThatIsDone() throws Exception {
        answer(call -> Answer.done());
        desk.ask(request, Duration.ofSeconds(7));
        assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.SUCCESS);
        desk.awaitIdle();

        assertThat(desk.client.ticker.waitingAlarms()).isZero();
    }

    @Test
    void aRequestWithoutTimeLeftIsNotBegun() throws Exception {
        answer(this::waitAtTheGate);
        desk.ask(request, Duration.ZERO);

        var response = desk.nextFinal();
        assertThat(response.status()).isEqualTo(RpcStatus.TIMEOUT);
        assertThat(error(response, ErrorCode.DEADLINE_EXCEEDED).certainty())
                .isEqualTo(ExecutionCertainty.NOT_EXECUTED);
        assertThat(entered.availablePermits()).isZero();
    }

    @Test
    void anOperationOfANewerVersionIsRefused() throws Exception {
        answer(this::waitAtTheGate);
        desk.ask(LinkedClient.request(CollectorOperation.UNKNOWN));

        assertThat(error(desk.nextFinal(), ErrorCode.UNKNOWN_OPERATION).certainty())
                .isEqualTo(ExecutionCertainty.NOT_EXECUTED);
        assertThat(entered.availablePermits()).isZero();
    }

    @Test
    void aHandlersExceptionIsAnInternalErrorUnderTheCorrelationId() throws Exception {
        answer(
                call -> {
                    throw new StackOverflowError("a faulty handler, on purpose");
                });
        desk.ask(request);

        var error = error(desk.nextFinal(), ErrorCode.INTERNAL_ERROR);
        assertThat(error.certainty()).isEqualTo(ExecutionCertainty.UNKNOWN);
        assertThat(error.context())
                .containsEntry("correlation_id", ConfigValue.of(request.requestId().toString()));
        assertThat(error.message()).doesNotContain("StackOverflow");
    }

    @Test
    void anAnswerThatCannotBeSentStillSaysThatTheWorkWasDone() throws Exception {
        answer(call -> Answer.done(new GenericPayload(Map.of("big", ConfigValue.of("big")))));
        desk.client.codec.refuse(
                body -> body instanceof RpcResponse response && response.payload().isPresent());
        desk.ask(request);

        assertThat(error(desk.nextFinal(), ErrorCode.TOO_LARGE).certainty())
                .isEqualTo(ExecutionCertainty.EXECUTED);
    }

    @Test
    void closingInterruptsWhatIsInProgressAndTakesNothingNew() throws Exception {
        answer(this::waitAtTheGate);
        desk.ask(request);
        entered.acquire();
        service.close();
        desk.ask(LinkedClient.request(CollectorOperation.START));

        var response = desk.nextFinal();
        assertThat(response.status()).isEqualTo(RpcStatus.CANCELLED);
        assertThat(error(response, ErrorCode.CANCELLED).certainty())
                .isEqualTo(ExecutionCertainty.UNKNOWN);
        desk.awaitIdle();
        desk.assertNothingElseWasSaid();
        assertThat(desk.client.bus.asked.getFirst().ended()).isTrue();
    }

    @Test
    void anAnsweringThatEndedTakesNothingNew() throws Exception {
        var end = service.answer(TOPIC, SubscriptionKind.ANSWER, call -> Answer.done());
        desk.ask(request);
        desk.nextFinal();
        end.run();
        desk.ask(LinkedClient.request(CollectorOperation.START));

        desk.awaitIdle();
        desk.assertNothingElseWasSaid();
    }

    @Test
    void listeningIsNotAnswering() {
        assertThatThrownBy(
                        () -> service.answer(TOPIC, SubscriptionKind.LISTEN, call -> Answer.done()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoeverRacesForTheEndThereIsOneFinalReply() throws Exception {
        answer(call -> Answer.done());
        for (int n = 0; n < 2000; n++) {
            desk.ask(LinkedClient.request(CollectorOperation.START), Duration.ofNanos(1 + n % 3));
            desk.client.ticker.advance(Duration.ofNanos(2));
            desk.nextFinal();
            desk.awaitIdle();
            desk.assertNothingElseWasSaid();
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

    private static void awaitStubbornly(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException stubborn) {
                // on purpose: this handler does not listen
            }
        }
    }

    private static RpcError error(RpcResponse response, ErrorCode code) {
        var error = response.errorDetails().orElseThrow();
        assertThat(error.known()).contains(code);
        return error;
    }
}
