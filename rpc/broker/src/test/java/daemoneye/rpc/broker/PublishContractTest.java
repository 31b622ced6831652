package daemoneye.rpc.broker;

import static daemoneye.rpc.broker.BrokerFixture.event;
import static daemoneye.rpc.broker.BrokerFixture.listen;
import static daemoneye.rpc.broker.BrokerFixture.message;
import static daemoneye.rpc.broker.BrokerFixture.subscribe;
import static daemoneye.rpc.broker.BrokerFixture.text;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.transport.body.PatternBody;
import daemoneye.rpc.transport.body.RefusalBody;
import daemoneye.rpc.transport.bus.Bus;
import daemoneye.rpc.transport.bus.Delivery;
import daemoneye.rpc.transport.bus.SubscriptionKind;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

@ParameterizedClass
@EnumSource(WireKind.class)
class PublishContractTest {
    private final WireKind kind;
    private BrokerFixture fixture;
    private Bus publisher;
    private Bus listener;

    PublishContractTest(WireKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void connect() throws Exception {
        fixture = BrokerFixture.over(kind);
        publisher = fixture.dial("publisher");
        listener = fixture.dial("listener");
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    void aMessageArrivesAsItWasSentWithTheBrokersStamp() throws Exception {
        var received = listen(listener, "control.health.heartbeat.+");
        var sent = message(MessageType.HEARTBEAT, "control.health.heartbeat.procmond", "beat");
        publisher.publish(sent);
        var arrived = Await.next(received);
        assertThat(arrived.message().topic()).isEqualTo(sent.topic());
        assertThat(arrived.message().type()).isEqualTo(MessageType.HEARTBEAT);
        assertThat(arrived.message().correlation()).isEqualTo(sent.correlation());
        assertThat(arrived.message().timestamp()).isEqualTo(sent.timestamp());
        assertThat(text(arrived)).isEqualTo("beat");
        assertThat(arrived.message().sender())
                .isEqualTo("publisher#" + publisher.welcome().session() + "/agent");
        assertThat(arrived.remaining()).isZero();
        assertThat(arrived.replyRoute()).isEmpty();
    }

    @Test
    void onlyPatternsThatMatchGetTheMessage() throws Exception {
        var oneLevel = listen(listener, "events.process.+");
        var anyLevel = listen(listener, "events.#");
        var exact = listen(listener, "events.process.new");
        var middle = listen(listener, "events.+.new");
        var other = listen(listener, "events.network.#");
        publisher.publish(event("events.process.new", "a"));
        publisher.publish(event("events.process.new.procmond", "b"));
        publisher.publish(event("events.process", "c"));
        publisher.publish(event("events", "d"));
        publisher.publish(event("events.network", "end"));

        assertThat(upTo("end", anyLevel)).containsExactly("a", "b", "c", "d", "end");
        assertThat(upTo("end", other)).containsExactly("end");
        assertThat(drain(oneLevel)).containsExactly("a");
        assertThat(drain(exact)).containsExactly("a");
        assertThat(drain(middle)).containsExactly("a");
    }

    @Test
    void eachSubscriptionGetsItsOwnDelivery() throws Exception {
        var first = listen(listener, "events.process.new");
        var second = listen(listener, "events.process.new");
        publisher.publish(event("events.process.new", "a"));
        assertThat(text(Await.next(first))).isEqualTo("a");
        assertThat(text(Await.next(second))).isEqualTo("a");
        assertThat(fixture.statistics().published()).isEqualTo(1);
        assertThat(fixture.statistics().delivered()).isEqualTo(2);
    }

    @Test
    void whoeverPublishesHearsItselfIfItListens() throws Exception {
        var received = listen(publisher, "events.#");
        publisher.publish(event("events.process.new", "a"));
        assertThat(text(Await.next(received))).isEqualTo("a");
    }

    @Test
    void respondersGetNoPublishedMessages() throws Exception {
        var requests = new LinkedBlockingQueue<Delivery>();
        subscribe(listener, "events.#", SubscriptionKind.ANSWER, requests::add);
        subscribe(listener, "events.#", SubscriptionKind.STAND_IN, requests::add);
        var received = listen(listener, "events.#");
        publisher.publish(event("events.process.new", "a"));
        Await.next(received);
        assertThat(requests).isEmpty();
    }

    @Test
    void aClosedSubscriptionGetsNothingMore() throws Exception {
        var closed = new LinkedBlockingQueue<Delivery>();
        var subscription = subscribe(listener, "events.#", SubscriptionKind.LISTEN, closed::add);
        var open = listen(listener, "events.#");
        publisher.publish(event("events.process.new", "a"));
        Await.next(closed);
        Await.next(open);
        subscription.close();
        Await.until("it is gone", () -> fixture.statistics().subscriptions() == 1);
        publisher.publish(event("events.process.new", "b"));
        Await.next(open);
        assertThat(closed).isEmpty();
        assertThat(fixture.statistics().delivered()).isEqualTo(3);
    }

    @Test
    void aSubscriptionMadeAfterATopicWasFirstSeenIsServedToo() throws Exception {
        var early = listen(listener, "events.#");
        publisher.publish(event("events.process.new", "before"));
        Await.next(early);
        var wildcard = listen(listener, "events.process.+");
        var exact = listen(listener, "events.process.new");
        publisher.publish(event("events.process.new", "after"));
        assertThat(text(Await.next(wildcard))).isEqualTo("after");
        assertThat(text(Await.next(exact))).isEqualTo("after");
    }

    @Test
    void messagesOfATopicArriveInTheOrderTheyWereSent() throws Exception {
        var received = listen(listener, "events.process.+");
        for (int at = 0; at < 2000; at++) {
            publisher.publish(message(MessageType.CONTROL, "events.process.new", "" + at));
        }
        for (int at = 0; at < 2000; at++) {
            assertThat(text(Await.next(received))).isEqualTo("" + at);
        }
    }

    @Test
    void whatIsNoPatternIsRefusedAndTheSessionGoesOn() throws Exception {
        var client = RawClient.welcomed(fixture, "raw");
        client.send(
                new FrameHeader(FrameType.SUBSCRIBE, 0, 7, 0, 0, 0),
                PatternBody.write("events.#.new"));
        var refused = client.next(FrameType.REFUSED);
        assertThat(refused.header().request()).isEqualTo(7);
        assertThat(RefusalBody.read(refused.body()).code()).isEqualTo("pattern");
        assertThat(RefusalBody.read(refused.body()).sentence()).contains("'#'");
        client.listen("events.#");
    }

    @Test
    void whatIsNoTopicEndsTheSessionWithTheOffenceNamed() throws Exception {
        var client = RawClient.welcomed(fixture, "raw");
        client.send(
                FrameHeader.of(FrameType.PUBLISH),
                new byte[] {0, 8, 'e', 'v', 'e', 'n', 't', 's', '.', 'X', 0, 0});
        var bye = client.awaitBye();
        assertThat(bye.code()).isEqualTo("bad_frame");
        assertThat(bye.sentence()).contains("'X'");
    }

    @Test
    void aTopicThatIsCutOffEndsTheSession() throws Exception {
        for (var body : new byte[][] {{}, {0}, {0, 9, 'e'}, {(byte) 0xff, (byte) 0xff, 'e'}}) {
            var client = RawClient.welcomed(fixture, "raw");
            client.send(FrameHeader.of(FrameType.PUBLISH), body);
            assertThat(client.awaitBye().sentence()).contains("topic is cut off");
        }
    }

    private static List<String> upTo(String last, BlockingQueue<Delivery> queue)
            throws InterruptedException {
        var texts = new ArrayList<String>();
        do {
            texts.add(text(Await.next(queue)));
        } while (!texts.getLast().equals(last));
        return texts;
    }

    private static List<String> drain(BlockingQueue<Delivery> queue) {
        var texts = new ArrayList<String>();
        for (var next = queue.poll(); next != null; next = queue.poll()) {
            texts.add(text(next));
        }
        return texts;
    }
}
