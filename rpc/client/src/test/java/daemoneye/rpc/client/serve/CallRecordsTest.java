package daemoneye.rpc.client.serve;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.client.serve.memory.CallMemory;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

@Timeout(60)
class CallRecordsTest {
    private static final TopicPattern TOPIC = new TopicPattern("control.collector.procmond");
    private final CallDesk desk = new CallDesk();
    private final Book book = new Book();
    private final BusService service =
            desk.service(book, new CallMemory(desk.client.ticker, desk.client.codec));
    private final RpcRequest request = LinkedClient.request(CollectorOperation.START);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Semaphore entered = new Semaphore(0);

    /// Writes down what it is told.
    private final class Book implements CallRecords {
        final List<String> lines = new CopyOnWriteArrayList<>();
        volatile Optional<RpcError> refusal = Optional.empty();
        volatile Runnable atBegin = () -> {};

        @Override
        public Optional<RpcError> begins(ServedRequest call, byte[] payload) {
            atBegin.run();
            assertThat(payload).isEqualTo(desk.client.codec.encode(call.request()));
            lines.add("begins " + call.request().operation());
            return refusal;
        }

        @Override
        public void ended(
                ServedRequest call, byte[] payload, RpcStatus status, Optional<RpcError> error) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThat(payload).isEqualTo(desk.client.codec.encode(call.request()));
            var code = error.map(why -> " " + why.code()).orElse("");
            lines.add("ended " + call.request().operation() + " " + status + code);
        }
    }

    @AfterEach
    void letEverybodyGo() {
        gate.countDown();
        service.close();
    }

    @Test
    void theIntentIsRecordedBeforeTheHandlerRunsAndTheEndAfter() throws Exception {
        answer(
                call -> {
                    book.lines.add("works");
                    return Answer.done();
                });
        desk.ask(request);
        desk.nextFinal();

        assertLines("begins Start", "works", "ended Start SUCCESS");
    }

    @Test
    void whatMayNotBeRecordedIsNotBegunAndMayComeAgain() throws Exception {
        answer(call -> Answer.done());
        book.refusal =
                Optional.of(RpcError.notExecuted(ErrorCode.INTERNAL_ERROR, "the disk is full"));
        desk.ask(request);
        assertThat(desk.nextFinal().errorDetails().orElseThrow().message())
                .isEqualTo("the disk is full");
        assertLines("begins Start", "ended Start ERROR INTERNAL_ERROR");
        book.refusal = Optional.empty();
        desk.ask(request);

        assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.SUCCESS);
    }

    @Test
    void recordsThatFailLetNothingHappenUnrecorded() throws Exception {
        answer(
                call -> {
                    throw new AssertionError("must not begin");
                });
        book.atBegin =
                () -> {
                    throw new IllegalStateException("a faulty record, on purpose");
                };
        desk.ask(request);

        var error = desk.nextFinal().errorDetails().orElseThrow();
        assertThat(error.known()).contains(ErrorCode.INTERNAL_ERROR);
        assertThat(error.certainty()).isEqualTo(ExecutionCertainty.NOT_EXECUTED);
    }

    @Test
    void whatIsRefusedAtOnceIsRecordedByItsEndAlone() throws Exception {
        answer(call -> Answer.done());
        desk.ask(
                new RpcRequest(
                        request.requestId(),
                        "tester",
                        request.target(),
                        CollectorOperation.START,
                        new EmptyPayload(),
                        30_000,
                        Instant.EPOCH));
        desk.nextFinal();

        assertLines("ended Start ERROR INVALID_PAYLOAD");
    }

    @Test
    void aDuplicateIsNotRecordedAsAnotherCall() throws Exception {
        answer(call -> Answer.done());
        desk.ask(request);
        desk.nextFinal();
        desk.ask(request);
        desk.nextFinal();

        assertLines("begins Start", "ended Start SUCCESS");
    }

    @Test
    void theEndIsRecordedAsItWasNotAsItWasTold() throws Exception {
        answer(
                call -> {
                    assertThat(call.commit()).isTrue();
                    entered.release();
                    gate.await();
                    return Answer.done();
                });
        desk.ask(request, Duration.ofSeconds(3));
        entered.acquire();
        desk.client.ticker.advance(Duration.ofSeconds(3));
        assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.TIMEOUT);
        gate.countDown();

        assertLines("begins Start", "ended Start SUCCESS");
    }

    @Test
    void aDeadlineThatPassesDuringTheRecordDoesNotInterruptIt() throws Exception {
        answer(
                call -> {
                    throw new AssertionError("must not begin");
                });
        book.atBegin =
                () -> {
                    entered.release();
                    awaitOnce(gate);
                };
        desk.ask(request, Duration.ofSeconds(3));
        entered.acquire();
        desk.client.ticker.advance(Duration.ofSeconds(3));
        var response = desk.nextFinal();
        assertThat(response.status()).isEqualTo(RpcStatus.TIMEOUT);
        assertThat(response.errorDetails().orElseThrow().certainty())
                .isEqualTo(ExecutionCertainty.NOT_EXECUTED);
        gate.countDown();

        assertLines("begins Start", "ended Start TIMEOUT DEADLINE_EXCEEDED");
    }

    private void assertLines(String... lines) throws InterruptedException {
        desk.awaitIdle();
        assertThat(book.lines).containsExactly(lines);
    }

    private void answer(RequestHandler handler) {
        service.answer(TOPIC, SubscriptionKind.ANSWER, handler);
    }

    private static void awaitOnce(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("a record was interrupted", e);
        }
    }
}
