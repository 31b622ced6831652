package daemoneye.rpc.client.serve;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.client.serve.memory.CallMemory;
import daemoneye.rpc.client.serve.memory.PastCall;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

@Timeout(60)
class DuplicatesTest {
    private static final TopicPattern TOPIC = new TopicPattern("control.collector.procmond");
    private static final String RECONNECTED = "console@host#31/agent";
    private final CallDesk desk = new CallDesk();
    private final CallMemory memory = new CallMemory(desk.client.ticker, desk.client.codec, 3, 100);
    private final BusService service = desk.service(CallRecords.NONE, memory);
    private final RpcRequest request = LinkedClient.request(CollectorOperation.START);
    private final AtomicInteger executed = new AtomicInteger();
    private final Semaphore entered = new Semaphore(0);
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void letEverybodyGo() {
        gate.countDown();
        service.close();
    }

    @Test
    void aRepeatedRequestIsExecutedOnceAndAnsweredAlike() throws Exception {
        answer(call -> Answer.done(number("n", executed.incrementAndGet())));
        desk.ask(request);
        var first = desk.nextFinal();
        desk.client.ticker.advance(CallMemory.KEPT);

        assertThat(desk.askAs(RECONNECTED, request).nextFinal()).isEqualTo(first);
        assertThat(executed).hasValue(1);
    }

    @Test
    void anotherTimeoutAndTimeStampDoNotMakeItAnotherRequest() throws Exception {
        answer(call -> Answer.done(number("n", executed.incrementAndGet())));
        desk.ask(request);
        var first = desk.nextFinal();
        var again =
                as(
                        request,
                        request.operation(),
                        CollectorLifecycleRequest.of(LinkedClient.PROCMOND),
                        31);

        assertThat(desk.askAs(RECONNECTED, again).nextFinal()).isEqualTo(first);
    }

    @Test
    void whoeverRepeatsItWhileItRunsHearsTheStepsToComeAndTheSameAnswer() throws Exception {
        answer(
                call -> {
                    call.progress("one");
                    entered.release();
                    gate.await();
                    call.progress("two");
                    return Answer.done(number("n", executed.incrementAndGet()));
                });
        desk.ask(request);
        entered.acquire();
        var again = desk.askAs(RECONNECTED, request);
        again.assertNothingElseWasSaid();
        gate.countDown();

        assertThat(step(again.next())).isEqualTo("two");
        var answer = again.nextFinal();
        assertThat(answer).isEqualTo(desk.nextFinal());
        assertThat(answer.payload()).contains(number("n", 1));
    }

    @Test
    void anotherContentUnderTheSameIdIsRefusedWhileItRunsAndAfter() throws Exception {
        answer(this::waitAtTheGate);
        desk.ask(request);
        entered.acquire();
        var stop = as(request, CollectorOperation.STOP, request.payload(), 30);
        var other =
                as(
                        request,
                        CollectorOperation.START,
                        CollectorLifecycleRequest.of(LinkedClient.PROCMOND).because("else"),
                        30);

        assertReused(desk.askAs(CallDesk.CONSOLE, stop));
        assertReused(desk.askAs(CallDesk.CONSOLE, other));
        gate.countDown();
        assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.SUCCESS);
        assertReused(desk.askAs(RECONNECTED, stop));
        assertThat(executed).hasValue(1);
    }

    @Test
    void theSameIdOfAnotherClientIsAnotherRequest() throws Exception {
        answer(this::count);
        desk.ask(request);
        desk.nextFinal();

        assertThat(desk.askAs("cli#8/agent", request).nextFinal().status())
                .isEqualTo(RpcStatus.SUCCESS);
        assertThat(executed).hasValue(2);
    }

    @Test
    void whatOnlyReadsIsDoneAgain() throws Exception {
        answer(this::count);
        var check = LinkedClient.request(CollectorOperation.HEALTH_CHECK);
        desk.ask(check);
        desk.nextFinal();
        desk.ask(check);
        desk.nextFinal();

        assertThat(executed).hasValue(2);
        assertThat(memory.size()).isZero();
    }

    @Test
    void aFailureIsRememberedToo() throws Exception {
        answer(
                call -> {
                    executed.incrementAndGet();
                    throw new IllegalStateException("a faulty handler, on purpose");
                });
        desk.ask(request);
        var first = desk.nextFinal();

        assertThat(desk.askAs(RECONNECTED, request).nextFinal()).isEqualTo(first);
        assertThat(executed).hasValue(1);
    }

    @Test
    void whatWasToldToComeAgainMayComeAgain() throws Exception {
        answer(
                call ->
                        executed.incrementAndGet() > 1
                                ? Answer.done()
                                : Answer.failed(
                                        RpcError.notExecuted(ErrorCode.TOO_MANY_REQUESTS, "busy")
                                                .with("retry_after_ms", ConfigValue.of(5))));
        desk.ask(request);
        assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.ERROR);
        desk.ask(request);

        assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.SUCCESS);
    }

    @Test
    void whatWasRefusedBeforeItBeganMayComeAgain() throws Exception {
        answer(this::count);
        desk.ask(request, Duration.ZERO);
        assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.TIMEOUT);
        desk.ask(request);

        assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.SUCCESS);
    }

    @Test
    void whoComesBackAfterATimeoutWaitsForTheTruth() throws Exception {
        answer(
                call -> {
                    assertThat(call.commit()).isTrue();
                    entered.release();
                    gate.await();
                    executed.incrementAndGet();
                    return Answer.done();
                });
        desk.ask(request, Duration.ofSeconds(9));
        entered.acquire();
        desk.client.ticker.advance(Duration.ofSeconds(9));
        var told = desk.nextFinal();
        assertThat(told.status()).isEqualTo(RpcStatus.TIMEOUT);
        assertThat(told.errorDetails().orElseThrow().certainty())
                .isEqualTo(ExecutionCertainty.UNKNOWN);
        var waiting = desk.askAs(RECONNECTED, request);
        waiting.assertNothingElseWasSaid();
        gate.countDown();

        assertThat(waiting.nextFinal().status()).isEqualTo(RpcStatus.SUCCESS);
        assertThat(desk.askAs(RECONNECTED, request).nextFinal().status())
                .isEqualTo(RpcStatus.SUCCESS);
        assertThat(executed).hasValue(1);
        desk.awaitIdle();
        desk.assertNothingElseWasSaid();
    }

    @Test
    void tooManyWhoWaitForOneAnswerAreToldThatNothingIsCertain() throws Exception {
        answer(this::waitAtTheGate);
        desk.ask(request);
        entered.acquire();
        for (int n = 1; n < ReplyLine.MOST_CALLERS; n++) {
            desk.askAs(RECONNECTED, request).assertNothingElseWasSaid();
        }

        var error = desk.askAs(RECONNECTED, request).nextFinal().errorDetails().orElseThrow();
        assertThat(error.known()).contains(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(error.certainty()).isEqualTo(ExecutionCertainty.UNKNOWN);
        gate.countDown();
        assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.SUCCESS);
    }

    @Test
    void whatCannotBeRememberedIsNotBegun() throws Exception {
        answer(this::count);
        for (int n = 0; n < 3; n++) {
            desk.ask(LinkedClient.request(CollectorOperation.START));
            desk.nextFinal();
        }
        desk.ask(request);

        var error = desk.nextFinal().errorDetails().orElseThrow();
        assertThat(error.known()).contains(ErrorCode.TOO_MANY_REQUESTS);
        assertThat(error.certainty()).isEqualTo(ExecutionCertainty.NOT_EXECUTED);
        assertThat(error.context())
                .containsEntry("retry_after_ms", ConfigValue.of(CallMemory.KEPT.toMillis() + 1));
        assertThat(executed).hasValue(3);
        desk.ask(LinkedClient.request(CollectorOperation.HEALTH_CHECK));
        assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.SUCCESS);
    }

    @Test
    void aCallOfAnEarlierLifeIsNotExecutedAgain() throws Exception {
        var lost = past(request, Optional.empty());
        var done = LinkedClient.request(CollectorOperation.STOP);
        assertThat(service.remember(lost)).isTrue();
        assertThat(service.remember(past(done, Optional.of(RpcStatus.SUCCESS)))).isTrue();
        answer(this::count);

        var error = desk.askAs(RECONNECTED, request).nextFinal().errorDetails().orElseThrow();
        assertThat(error.known()).contains(ErrorCode.RESPONDER_LOST);
        assertThat(error.certainty()).isEqualTo(ExecutionCertainty.UNKNOWN);
        assertThat(desk.askAs(RECONNECTED, done).nextFinal().status()).isEqualTo(RpcStatus.SUCCESS);
        assertThat(executed).hasValue(0);
    }

    private static PastCall past(RpcRequest request, Optional<RpcStatus> status) {
        return new PastCall(
                CallDesk.CONSOLE,
                request.requestId(),
                request.operation(),
                Duration.ofMinutes(2),
                status,
                Optional.empty());
    }

    private void answer(RequestHandler handler) {
        service.answer(TOPIC, SubscriptionKind.ANSWER, handler);
    }

    private Answer count(ServedRequest call) {
        executed.incrementAndGet();
        return Answer.done();
    }

    private Answer waitAtTheGate(ServedRequest call) throws InterruptedException {
        executed.incrementAndGet();
        entered.release();
        gate.await();
        return Answer.done();
    }

    private static void assertReused(CallDesk.Caller caller) throws InterruptedException {
        var error = caller.nextFinal().errorDetails().orElseThrow();
        assertThat(error.known()).contains(ErrorCode.REQUEST_ID_REUSED);
        assertThat(error.certainty()).isEqualTo(ExecutionCertainty.NOT_EXECUTED);
    }

    private static String step(CallDesk.Said said) {
        var payload = (GenericPayload) said.response().payload().orElseThrow();
        return payload.values().get("step").toString();
    }

    private static GenericPayload number(String name, long value) {
        return new GenericPayload(Map.of(name, ConfigValue.of(value)));
    }

    private static RpcRequest as(
            RpcRequest like, CollectorOperation operation, RpcPayload payload, int timeoutSeconds) {
        return new RpcRequest(
                like.requestId(),
                like.clientId(),
                like.target(),
                operation,
                payload,
                timeoutSeconds * 1000L,
                Instant.EPOCH.plusSeconds(9));
    }
}
