package daemoneye.rpc.client.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.client.connection.ConnectionState.Connected;
import daemoneye.rpc.client.connection.ConnectionState.Reconnecting;
import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.client.fake.ScriptedBus;
import daemoneye.rpc.client.fake.ScriptedDialer;
import daemoneye.rpc.client.fake.TokenCodec;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.bus.ExchangeEnd;
import daemoneye.rpc.transport.bus.ReplyListener;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class SubscriptionsTest {
    private static final RpcResponse NO_REQUEST =
            LinkedClient.plain(
                    LinkedClient.request(CollectorOperation.HEALTH_CHECK),
                    RpcStatus.SUCCESS,
                    "procmond");
    private static final Topic TOPIC = new Topic("control.health.heartbeat.procmond");
    private static final RpcRequest BODY =
            RpcRequest.healthCheck(
                    "tester", new CollectorId("procmond"), Duration.ofSeconds(5), Instant.EPOCH);
    private final FakeTicker ticker = new FakeTicker();
    private final TokenCodec codec = new TokenCodec();
    private final ScriptedDialer dialer = new ScriptedDialer();
    private final BusConnection connection =
            BusConnection.open(
                    dialer,
                    new ClientIdentity("tester", "cli", "1", 1),
                    codec,
                    ticker,
                    new Random(7));
    private final List<Received> heard = new ArrayList<>();

    @Test
    void areRenewedInTheirOrderOnEveryLink() {
        listen("events.process.new.+");
        var first = dialer.accept();
        listen("events.#");
        listen("control.health.heartbeat.+");
        first.breakOff("cut");
        ticker.advance(Backoff.FIRST);
        var second = dialer.accept();

        assertThat(second.patterns())
                .containsExactly("events.process.new.+", "events.#", "control.health.heartbeat.+")
                .isEqualTo(first.patterns());
    }

    @Test
    void areAllAnsweredBeforeConnectedIsTold() {
        listen("events.#");
        listen("control.#");
        var bus = new ScriptedBus();
        bus.holdSubscriptions();
        dialer.accept(bus);

        assertThat(connection.state()).isInstanceOf(Reconnecting.class);
        assertThat(connection.publish(TOPIC, MessageType.EVENT, none(), BODY)).isFalse();
        bus.asked.get(1).grant();
        assertThat(connection.state()).isInstanceOf(Reconnecting.class);
        bus.asked.get(0).grant();
        assertThat(connection.state()).isInstanceOf(Connected.class);
    }

    @Test
    void aRefusedOneDoesNotKeepTheLinkDown() {
        listen("events.#");
        var bus = new ScriptedBus();
        bus.holdSubscriptions();
        dialer.accept(bus);
        bus.asked.getFirst().refuse("events.# needs the role viewer");

        assertThat(connection.state()).isInstanceOf(Connected.class);
    }

    @Test
    void aBrokerThatNeverAnswersThemCostsOneTry() {
        listen("events.#");
        var bus = new ScriptedBus();
        bus.holdSubscriptions();
        dialer.accept(bus);
        ticker.advance(LinkKeeper.TRY_PATIENCE);

        assertThat(bus.isClosed()).isTrue();
        assertThat(((Reconnecting) connection.state()).attempt()).isEqualTo(1);
    }

    @Test
    void anEndedOneHearsNothingAndIsNotRenewed() {
        var end = listen("control.#");
        var first = dialer.accept();
        first.deliver(TOPIC, codec.encode(BODY));
        end.run();
        end.run();
        first.deliver(TOPIC, codec.encode(BODY));
        first.breakOff("cut");
        ticker.advance(Backoff.FIRST);

        assertThat(heard).hasSize(1);
        assertThat(first.asked.getFirst().ended()).isTrue();
        assertThat(dialer.accept().patterns()).isEmpty();
    }

    @Test
    void oneThatIsEndedBeforeItIsGrantedIsGivenBack() {
        var bus = new ScriptedBus();
        bus.holdSubscriptions();
        var end = listen("control.#");
        dialer.accept(bus);
        end.run();
        bus.asked.getFirst().grant();

        assertThat(bus.asked.getFirst().ended()).isTrue();
    }

    @Test
    void nothingIsHeardAfterClose() {
        listen("control.#");
        var bus = dialer.accept();
        connection.close();
        bus.deliver(TOPIC, codec.encode(BODY));

        assertThat(heard).isEmpty();
    }

    @Test
    void aMessageArrivesDecodedWithTheTimeOfItsArrival() {
        listen("control.#");
        var bus = dialer.accept();
        ticker.advance(Duration.ofSeconds(2));
        bus.deliver(TOPIC, codec.encode(BODY));

        var received = heard.getFirst();
        assertThat(received.body()).isEqualTo(BODY);
        assertThat(received.receivedNanos()).isEqualTo(ticker.nanos());
        assertThat(received.envelope().sender()).isEqualTo("console@host#7/agent");
    }

    @Test
    void aFaultyListenerDoesNotReachTheWire() {
        connection.subscribe(
                new TopicPattern("control.#"),
                SubscriptionKind.LISTEN,
                received -> {
                    throw new IllegalStateException("a faulty listener, on purpose");
                });
        listen("control.#");
        dialer.accept().deliver(TOPIC, codec.encode(BODY));

        assertThat(heard).hasSize(1);
    }

    @Test
    void unreadableBodiesAreCountedAndNeverHeard() {
        listen("control.#");
        var bus = dialer.accept();
        bus.deliver(TOPIC, new byte[] {1, 2, 3});
        bus.deliver(TOPIC, new byte[8]);

        assertThat(heard).isEmpty();
        assertThat(connection.unreadableBodies()).isEqualTo(2);
    }

    @Test
    void anUnreadableRequestIsRefusedAtOnce() throws Exception {
        listen("control.#");
        var replies = new ArrayList<byte[]>();
        var id = RequestId.random();
        dialer.accept()
                .deliver(
                        TOPIC,
                        id.toString(),
                        new byte[3],
                        Duration.ofSeconds(5),
                        Optional.of((payload, more) -> replies.add(payload)));

        var response = (RpcResponse) codec.decode(replies.getFirst());
        var error = response.errorDetails().orElseThrow();
        assertThat(replies).hasSize(1);
        assertThat(response.requestId()).isEqualTo(id);
        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PAYLOAD.name());
        assertThat(error.certainty()).isEqualTo(ExecutionCertainty.NOT_EXECUTED);
    }

    @Test
    void aRequestThatNamesNothingIsRefusedWithoutAName() throws Exception {
        var response = answerTo("no uuid", new byte[3]);
        assertThat(response.requestId()).isEqualTo(RequestId.NIL);
        assertThat(response.status()).isEqualTo(RpcStatus.ERROR);
    }

    @Test
    void whatIsAskedButIsNoRequestIsRefusedAtOnce() throws Exception {
        var id = RequestId.random();
        var response = answerTo(id.toString(), codec.encode(NO_REQUEST));
        assertThat(response.requestId()).isEqualTo(id);
        assertThat(response.errorDetails().orElseThrow().code())
                .isEqualTo(ErrorCode.INVALID_PAYLOAD.name());
        assertThat(response.errorDetails().orElseThrow().message())
                .contains("an RpcRequest is needed");
        assertThat(heard).isEmpty();
    }

    private RpcResponse answerTo(String correlation, byte[] body) throws Exception {
        listen("control.#");
        var replies = new ArrayList<byte[]>();
        dialer.accept()
                .deliver(
                        TOPIC,
                        correlation,
                        body,
                        Duration.ofSeconds(5),
                        Optional.of((payload, more) -> replies.add(payload)));
        assertThat(replies).hasSize(1);
        return (RpcResponse) codec.decode(replies.getFirst());
    }

    @Test
    void whileThereIsNoLinkNothingIsSentAndThatIsSaid() {
        var ends = new ArrayList<ExchangeEnd>();
        connection.request(TOPIC, none(), BODY, Duration.ofSeconds(5), false, onlyEnds(ends));

        assertThat(ends).containsExactly(ExchangeEnd.NOT_SENT);
        assertThat(connection.publish(TOPIC, MessageType.EVENT, none(), BODY)).isFalse();
        assertThat(connection.ping()).isCompletedExceptionally();
    }

    @Test
    void whatIsSentCarriesTopicTypeCorrelationAndTime() throws Exception {
        var bus = dialer.accept();
        assertThat(connection.publish(TOPIC, MessageType.HEARTBEAT, none(), BODY)).isTrue();

        var message = bus.published.getFirst();
        assertThat(message.topic()).isEqualTo(TOPIC);
        assertThat(message.type()).isEqualTo(MessageType.HEARTBEAT);
        assertThat(message.timestamp()).isEqualTo(ticker.now());
        assertThat(codec.decode(message.payload())).isEqualTo(BODY);
    }

    @Test
    void aBodyThatBreaksABoundIsRefusedToItsSender() {
        dialer.accept();
        codec.refuse(body -> true);

        assertThatThrownBy(() -> connection.publish(TOPIC, MessageType.EVENT, none(), BODY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("payload is too large");
    }

    private Runnable listen(String pattern) {
        return connection.subscribe(new TopicPattern(pattern), SubscriptionKind.LISTEN, heard::add);
    }

    private static CorrelationMetadata none() {
        return CorrelationMetadata.none();
    }

    private static ReplyListener onlyEnds(List<ExchangeEnd> ends) {
        return new ReplyListener() {
            @Override
            public void onReply(byte[] payload, int responder, int responders, boolean more) {
                throw new AssertionError("nobody can have replied");
            }

            @Override
            public void onEnd(ExchangeEnd end) {
                ends.add(end);
            }
        };
    }
}
