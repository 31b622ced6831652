package daemoneye.rpc.transport.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.protocol.message.Envelope;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.body.ClockBody;
import daemoneye.rpc.transport.body.RefusalBody;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameHeader.Flags;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.wire.CloseReason;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class FrameBusSessionTest {
    private final ScriptedSession session = new ScriptedSession();
    private final List<Delivery> received = new ArrayList<>();

    @Test
    void aSubscriptionIsInForceWhenTheBrokerSaysSo() {
        var pattern = new TopicPattern("events.process.+");
        var asked = session.bus.subscribe(pattern, SubscriptionKind.STAND_IN, received::add);
        var header = session.link.last().header();
        assertThat(header.type()).isEqualTo(FrameType.SUBSCRIBE);
        assertThat(header.flags()).isEqualTo(Flags.STAND_IN << Flags.KIND_SHIFT);
        assertThat(asked).isNotDone();

        session.receive(new FrameHeader(FrameType.SUBSCRIBED, 0, header.request(), 5, 0, 0));
        assertThat(asked.join().pattern()).isEqualTo(pattern);
        session.receiveMessage(FrameType.DELIVER, 5, 0, 0, "events.process.new");
        assertThat(received.getFirst().message().sender()).isEqualTo("procmond#4");
        assertThat(received.getFirst().replyRoute()).isEmpty();
    }

    @Test
    void aRefusedSubscriptionHasTheBrokersSentence() {
        var asked =
                session.bus.subscribe(
                        new TopicPattern("events.#"), SubscriptionKind.LISTEN, received::add);
        session.receiveRefusal(1, 0, 0, "limit");
        assertThat(asked).isCompletedExceptionally();
        assertThat(asked.exceptionNow()).isInstanceOf(BusRefusal.class).hasMessage("because");
    }

    @Test
    void aClosedSubscriptionGetsNothingAndTheBrokerIsTold() {
        var subscription = session.subscribed("events.#", 5, received::add);
        subscription.close();
        subscription.close();
        session.receiveMessage(FrameType.DELIVER, 5, 0, 0, "events.process.new");
        assertThat(received).isEmpty();
        var told = session.link.sent(FrameType.UNSUBSCRIBE);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().header().route()).isEqualTo(5);
    }

    @Test
    void aRequestIsServedWithItsTimeAndAWayBack() {
        session.subscribed("control.collector.+", 5, received::add);
        session.receiveMessage(FrameType.SERVE, 5, 77, 1500, "control.collector.a");
        var request = received.getFirst();
        assertThat(request.remaining()).isEqualTo(Duration.ofMillis(1500));

        var way = request.replyRoute().orElseThrow();
        way.reply(new byte[] {1}, true);
        assertThat(session.link.last().header())
                .isEqualTo(new FrameHeader(FrameType.REPLY, Flags.MORE, 0, 0, 77, 0));
        way.reply(new byte[] {2}, false);
        assertThat(session.link.last().header().flags()).isZero();
        assertThat(session.link.last().body()).containsExactly(2);
        var tooLarge = new byte[1 << 20];
        assertThatThrownBy(() -> way.reply(tooLarge, false)).hasMessageContaining("send less");
    }

    @Test
    void aPingMeasuresTheRoundTripAndTheSkew() {
        var ping = session.bus.ping();
        session.advance(10);
        var theirs = session.ticker.now().plusSeconds(60).minusMillis(5);
        session.receive(new FrameHeader(FrameType.PONG, 0, 1, 0, 0, 0), ClockBody.write(theirs));
        assertThat(ping.join())
                .isEqualTo(new RoundTrip(Duration.ofMillis(10), Duration.ofSeconds(60)));
    }

    @Test
    void theBrokersOwnPingIsAnswered() throws Exception {
        session.receive(new FrameHeader(FrameType.PING, 0, 99, 0, 0, 0));
        assertThat(session.link.last().header())
                .isEqualTo(new FrameHeader(FrameType.PONG, 0, 99, 0, 0, 0));
        assertThat(ClockBody.read(session.link.last().body())).isEqualTo(session.ticker.now());
    }

    @Test
    void aQuietSessionIsPingedAfterFiveSeconds() {
        session.advance(4_999);
        assertThat(session.link.sent(FrameType.PING)).isEmpty();
        session.advance(1);
        assertThat(session.link.sent(FrameType.PING)).hasSize(1);
    }

    @Test
    void aSessionThatOnlyListensStillSaysThatItIsThere() {
        session.subscribed("events.#", 5, received::add);
        session.link.forget();
        for (int second = 0; second < 30; second++) {
            session.advance(1000);
            session.receiveMessage(FrameType.DELIVER, 5, 0, 0, "events.process.new");
        }
        assertThat(session.link.sent(FrameType.PING)).hasSize(6);
        assertThat(session.bus.closed()).isNotDone();
    }

    @Test
    void aBrokerThatSaysNothingForFifteenSecondsIsGone() {
        session.request(60_000);
        session.advance(14_999);
        assertThat(session.bus.closed()).isNotDone();
        session.advance(1);
        assertThat(session.bus.closed().join().code()).isEqualTo("silent");
        assertThat(session.told).containsExactly("LINK_LOST");
        assertThat(session.link.closed()).isPresent();
        assertThat(session.ticker.waitingAlarms()).isZero();
    }

    @Test
    void aBrokerThatAnswersPingsIsNotGone() {
        int answered = 0;
        for (int second = 0; second < 60; second++) {
            session.advance(1000);
            for (; answered < session.link.sent(FrameType.PING).size(); answered++) {
                session.receive(
                        FrameHeader.of(FrameType.PONG), ClockBody.write(session.ticker.now()));
            }
        }
        assertThat(answered).isEqualTo(12);
        assertThat(session.bus.closed()).isNotDone();
    }

    @Test
    void nothingIsDeliveredAfterTheClose() {
        session.subscribed("events.#", 5, received::add);
        session.request(5000);
        session.bus.close();
        session.receiveMessage(FrameType.DELIVER, 5, 0, 0, "events.process.new");
        session.receiveAnswer(2, 0, 1, 0, "done");
        assertThat(received).isEmpty();
        assertThat(session.told).containsExactly("LINK_LOST");
        assertThat(session.bus.closed().join().clean()).isTrue();
    }

    @Test
    void aCloseSaysGoodByeOnceAndLeavesNoAlarm() throws Exception {
        session.bus.close();
        session.bus.close();
        session.bus.onClosed(CloseReason.peerClosed());
        var byes = session.link.sent(FrameType.BYE);
        assertThat(byes).hasSize(1);
        assertThat(RefusalBody.read(byes.getFirst().body()).code()).isEqualTo("bye");
        assertThat(session.bus.closed().join().code()).isEqualTo("bye");
        assertThat(session.ticker.waitingAlarms()).isZero();
    }

    @Test
    void whatWaitsForTheBrokerFailsWhenTheSessionEnds() {
        var asked =
                session.bus.subscribe(
                        new TopicPattern("events.#"), SubscriptionKind.LISTEN, received::add);
        var ping = session.bus.ping();
        session.receive(
                FrameHeader.of(FrameType.BYE),
                new RefusalBody("slow_consumer", "read faster").toBytes());
        assertThat(asked.exceptionNow()).hasMessage("read faster");
        assertThat(ping.exceptionNow()).hasMessage("read faster");
        assertThat(session.bus.closed().join())
                .isEqualTo(CloseReason.broken("slow_consumer", "read faster"));
        assertThat(session.bus.ping().exceptionNow()).isInstanceOf(BusRefusal.class);
    }

    @Test
    void aFrameThatNoBrokerSendsEndsTheSessionWithASentence() throws Exception {
        session.receive(FrameHeader.of(FrameType.PUBLISH));
        var bye = RefusalBody.read(session.link.last().body());
        assertThat(bye.code()).isEqualTo("bad_frame");
        assertThat(bye.sentence()).contains("PUBLISH");
        assertThat(session.bus.closed().join().clean()).isFalse();
    }

    @Test
    void aTruncatedMessageEndsTheSessionWithTheFieldNamed() {
        session.subscribed("events.#", 5, received::add);
        session.receive(new FrameHeader(FrameType.DELIVER, 0, 0, 5, 0, 0), new byte[] {0, 9, 'x'});
        assertThat(session.bus.closed().join().sentence()).contains("sender");
        assertThat(received).isEmpty();
    }

    @Test
    void telemetryIsDroppedAndControlIsNotWhileTheBrokerDoesNotRead() {
        session.link.setPendingBytes(FrameBus.MOST_TELEMETRY_BYTES + 1);
        for (var type : MessageType.values()) {
            session.bus.publish(ScriptedSession.message(type, "events.process.new"));
        }
        assertThat(session.link.sent(FrameType.PUBLISH))
                .extracting(frame -> frame.header().flags())
                .containsExactly(Flags.CONTROL, Flags.SHUTDOWN);
        assertThat(session.bus.droppedTelemetry()).isEqualTo(2);
    }

    @Test
    void aMessageThatFitsNoFrameIsRefusedWhereItIsMade() {
        var message = ScriptedSession.message(MessageType.EVENT, "events.process.new");
        var tooLarge =
                new Envelope(
                        message.topic(),
                        message.correlation(),
                        "",
                        message.type(),
                        message.timestamp(),
                        new byte[FrameBus.MOST_ENVELOPE_BYTES]);
        assertThatThrownBy(() -> session.bus.publish(tooLarge))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("send less at a time");
    }
}
