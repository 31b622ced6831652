package daemoneye.rpc.client.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.client.serve.memory.CallMemory;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/// What is answered on the loop thread is checked, recorded and answered like everything else.
@Timeout(60)
class ImmediateCallsTest {
    private static final TopicPattern TOPIC = new TopicPattern("control.collector.procmond");
    private final CallDesk desk = new CallDesk();
    private final List<String> book = new ArrayList<>();
    private Optional<RpcError> refusal = Optional.empty();
    private final BusService service =
            desk.service(new Book(), new CallMemory(desk.client.ticker, desk.client.codec));
    private final RpcRequest health = LinkedClient.request(CollectorOperation.HEALTH_CHECK);

    /// Not safe from several threads: everything here happens on the one that asks.
    private final class Book implements CallRecords {
        @Override
        public Optional<RpcError> begins(ServedRequest call, byte[] payload) {
            book.add("begins");
            return refusal;
        }

        @Override
        public void ended(
                ServedRequest call, byte[] payload, RpcStatus status, Optional<RpcError> error) {
            book.add("ended " + status + error.map(why -> " " + why.code()).orElse(""));
        }
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void areOverBeforeTheNextMessageIsRead() throws Exception {
        var threads = new ArrayList<Thread>();
        immediately(
                _ -> {
                    threads.add(Thread.currentThread());
                    return Answer.done();
                });
        desk.ask(health);

        assertThat(threads).containsExactly(Thread.currentThread());
        assertThat(book).containsExactly("begins", "ended SUCCESS");
        assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.SUCCESS);
    }

    @Test
    void needNoPlace() throws Exception {
        var gate = new CountDownLatch(1);
        var entered = new Semaphore(0);
        service.answer(
                TOPIC,
                SubscriptionKind.ANSWER,
                OperationTable.empty()
                        .with(
                                CollectorOperation.GET_CAPABILITIES,
                                _ -> {
                                    entered.release();
                                    gate.await();
                                    return Answer.done();
                                })
                        .withImmediate(CollectorOperation.HEALTH_CHECK, _ -> Answer.done()));
        for (int n = 0; n < RpcService.MAX_CONCURRENT; n++) {
            desk.askAs("other#1/agent", LinkedClient.request(CollectorOperation.GET_CAPABILITIES));
        }
        entered.acquire(RpcService.MAX_CONCURRENT);
        desk.ask(health);

        assertThat(desk.nextFinal().status()).isEqualTo(RpcStatus.SUCCESS);
        gate.countDown();
        desk.awaitIdle();
    }

    @Test
    void areRefusedToWhomHasNoRole() throws Exception {
        immediately(_ -> Answer.done());
        var stranger = desk.askAs("stranger#9", health);

        assertThat(code(stranger.nextFinal().errorDetails())).isEqualTo("PERMISSION_DENIED");
        desk.awaitIdle();
        assertThat(book).containsExactly("ended ERROR PERMISSION_DENIED");
    }

    @Test
    void areNotAnsweredIfTheyCannotBeRecorded() throws Exception {
        refusal = Optional.of(RpcError.notExecuted(ErrorCode.AUDIT_UNAVAILABLE, "no log"));
        immediately(_ -> Answer.done());
        desk.ask(health);

        assertThat(code(desk.nextFinal().errorDetails())).isEqualTo("AUDIT_UNAVAILABLE");
    }

    @Test
    void whoseHandlerFailsAreAnsweredAndTheNextOneToo() throws Exception {
        immediately(
                _ -> {
                    throw new IllegalStateException("a faulty handler, on purpose");
                });
        desk.ask(health);
        assertThat(code(desk.nextFinal().errorDetails())).isEqualTo("INTERNAL_ERROR");
        desk.ask(LinkedClient.request(CollectorOperation.HEALTH_CHECK));
        assertThat(code(desk.nextFinal().errorDetails())).isEqualTo("INTERNAL_ERROR");
    }

    @Test
    void whoseTimeIsOverAreNotBegun() throws Exception {
        immediately(
                _ -> {
                    throw new AssertionError("it is too late");
                });
        desk.ask(health, Duration.ZERO);

        assertThat(code(desk.nextFinal().errorDetails())).isEqualTo("DEADLINE_EXCEEDED");
    }

    @Test
    void mustNotChangeAnything() {
        var table = OperationTable.empty();
        assertThatThrownBy(() -> table.withImmediate(CollectorOperation.PAUSE, _ -> Answer.done()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void immediately(RequestHandler handler) {
        service.answer(
                TOPIC,
                SubscriptionKind.ANSWER,
                OperationTable.empty().withImmediate(CollectorOperation.HEALTH_CHECK, handler));
    }

    private static String code(Optional<RpcError> error) {
        return error.map(RpcError::code).orElse("none");
    }
}
