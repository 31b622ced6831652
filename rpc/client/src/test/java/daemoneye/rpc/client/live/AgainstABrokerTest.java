package daemoneye.rpc.client.live;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.RequestHandler;
import daemoneye.rpc.client.serve.RpcService;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

@Timeout(60)
class AgainstABrokerTest {
    private static final TopicPattern TOPIC = new TopicPattern("control.collector.procmond");
    private static final Topic EVENT = new Topic("events.process.new.procmond");

    /// What the reliability figures promise: calls in flight end within a second of a fault.
    private static final long FAULT_MILLIS = 1000;

    private final RpcRequest request = LinkedClient.request(CollectorOperation.START);
    private final Semaphore entered = new Semaphore(0);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final RequestHandler waiting =
            call -> {
                entered.release();
                gate.await();
                return Answer.done();
            };

    @TempDir Path directory;

    @AfterEach
    void letEverybodyGo() {
        gate.countDown();
    }

    @ParameterizedTest
    @EnumSource
    void aCallComesBackWithItsSteps(WireKind kind) throws Exception {
        try (var broker = new LiveBroker(kind, directory)) {
            var agent = broker.client("agent");
            var console = broker.client("console");
            agent.service.answer(
                    TOPIC,
                    SubscriptionKind.ANSWER,
                    call -> {
                        call.progress("spawned");
                        return Answer.done();
                    });
            var steps = new LinkedBlockingQueue<RpcStatus>();
            agent.awaitInPlace();
            var outcome = console.caller.call(request, step -> steps.add(step.status()));

            var done = (CallOutcome.Done) end(outcome);
            assertThat(done.response().serviceId()).isEqualTo("agent");
            assertThat(steps).containsExactly(RpcStatus.IN_PROGRESS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBrokerThatDiesEndsCallsWithinASecondAndComesBackWithAllSubscriptions(WireKind kind)
            throws Exception {
        try (var broker = new LiveBroker(kind, directory)) {
            var agent = broker.client("agent");
            var console = broker.client("console");
            var heard = listen(console);
            agent.service.answer(TOPIC, SubscriptionKind.ANSWER, waiting);
            agent.awaitInPlace();
            var inFlight = console.caller.call(request);
            entered.acquire();

            broker.kill();
            var failed = failed(inFlight.get(FAULT_MILLIS, TimeUnit.MILLISECONDS));
            // A broker that closes within this process may still say that the other link went
            // first.
            assertThat(failed.known().orElseThrow())
                    .isIn(ErrorCode.LINK_LOST, ErrorCode.RESPONDER_LOST);
            assertThat(failed.certainty()).isEqualTo(ExecutionCertainty.UNKNOWN);
            console.awaitLost();
            agent.awaitLost();
            assertThat(failed(end(console.caller.call(request))).known())
                    .contains(ErrorCode.NOT_CONNECTED);

            gate.countDown();
            broker.startAgain();
            agent.awaitConnected();
            console.awaitConnected();
            assertThat(end(console.caller.call(request))).isInstanceOf(CallOutcome.Done.class);
            assertThat(publish(agent)).isTrue();
            assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo("agent");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResponderThatLeavesEndsItsCallsWithinASecond(WireKind kind) throws Exception {
        try (var broker = new LiveBroker(kind, directory)) {
            var agent = broker.client("agent");
            var console = broker.client("console");
            agent.service.answer(TOPIC, SubscriptionKind.ANSWER, waiting);
            agent.awaitInPlace();
            var inFlight = console.caller.call(request);
            entered.acquire();
            agent.connection.close();

            var failed = failed(inFlight.get(FAULT_MILLIS, TimeUnit.MILLISECONDS));
            assertThat(failed.known()).contains(ErrorCode.RESPONDER_LOST);
            assertThat(failed.certainty()).isEqualTo(ExecutionCertainty.UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyThereIsSaidAtOnce(WireKind kind) throws Exception {
        try (var broker = new LiveBroker(kind, directory)) {
            var console = broker.client("console");
            var one = console.caller.call(request).get(FAULT_MILLIS, TimeUnit.MILLISECONDS);
            var everyone = console.caller.callEveryone(request);

            assertThat(failed(one).known()).contains(ErrorCode.NO_RESPONDER);
            assertThat(everyone.get(FAULT_MILLIS, TimeUnit.MILLISECONDS)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyoneIsAskedAndTheLostOneIsNamed(WireKind kind) throws Exception {
        try (var broker = new LiveBroker(kind, directory)) {
            var slow = broker.client("slow");
            var quick = broker.client("quick");
            var console = broker.client("console");
            slow.service.answer(TOPIC, SubscriptionKind.ANSWER, waiting);
            quick.service.answer(TOPIC, SubscriptionKind.ANSWER, call -> Answer.done());
            slow.awaitInPlace();
            quick.awaitInPlace();
            var outcomes = console.caller.callEveryone(request);
            entered.acquire();
            slow.connection.close();

            var all = outcomes.get(20, TimeUnit.SECONDS);
            assertThat(all).hasSize(2).filteredOn(CallOutcome.Done.class::isInstance).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCallWhoseResponderIsSilentEndsAtItsDeadline(WireKind kind) throws Exception {
        try (var broker = new LiveBroker(kind, directory)) {
            var agent = broker.client("agent");
            var console = broker.client("console");
            agent.service.answer(TOPIC, SubscriptionKind.ANSWER, waiting);
            agent.awaitInPlace();
            var hurried = LinkedClient.request(CollectorOperation.PAUSE, Duration.ofSeconds(1));
            var outcome = end(console.caller.call(hurried));

            assertThat(failed(outcome).certainty()).isEqualTo(ExecutionCertainty.UNKNOWN);
            // How soon after it is measured with a clock of its own, in BusCallerTest.
            assertThat(outcome.took()).isBetween(Duration.ofMillis(990), Duration.ofSeconds(5));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEleventhAtATimeIsRefused(WireKind kind) throws Exception {
        try (var broker = new LiveBroker(kind, directory)) {
            var agent = broker.client("agent");
            var console = broker.client("console");
            agent.service.answer(TOPIC, SubscriptionKind.ANSWER, waiting);
            agent.awaitInPlace();
            var calls =
                    IntStream.rangeClosed(1, RpcService.MAX_CONCURRENT)
                            .mapToObj(n -> console.caller.call(fresh()))
                            .toList();
            entered.acquire(RpcService.MAX_CONCURRENT);

            assertThat(failed(end(console.caller.call(fresh()))).known())
                    .contains(ErrorCode.TOO_MANY_REQUESTS);
            gate.countDown();
            for (var call : calls) {
                assertThat(end(call)).isInstanceOf(CallOutcome.Done.class);
            }
        }
    }

    private static RpcRequest fresh() {
        return LinkedClient.request(CollectorOperation.START);
    }

    private static BlockingQueue<String> listen(LiveBroker.Client client) {
        var heard = new LinkedBlockingQueue<String>();
        client.connection.subscribe(
                TopicPattern.exactly(EVENT),
                SubscriptionKind.LISTEN,
                received -> heard.add(received.envelope().sender().replaceAll("#.*", "")));
        return heard;
    }

    private boolean publish(LiveBroker.Client client) {
        return client.connection.publish(
                EVENT, MessageType.EVENT, CorrelationMetadata.none(), request);
    }

    private static CallOutcome end(CompletableFuture<CallOutcome> call) throws Exception {
        return call.get(20, TimeUnit.SECONDS);
    }

    private static RpcError failed(CallOutcome outcome) {
        assertThat(outcome).isInstanceOf(CallOutcome.Failed.class);
        return ((CallOutcome.Failed) outcome).error();
    }
}
