package daemoneye.rpc.broker;

import static daemoneye.rpc.broker.BrokerFixture.PLENTY;
import static daemoneye.rpc.broker.BrokerFixture.answer;
import static daemoneye.rpc.broker.BrokerFixture.control;
import static daemoneye.rpc.broker.BrokerFixture.listen;
import static daemoneye.rpc.broker.BrokerFixture.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.broker.statistics.DropCause;
import daemoneye.rpc.transport.bus.Bus;
import daemoneye.rpc.transport.bus.ExchangeEnd;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;

@ParameterizedClass
@EnumSource(WireKind.class)
class SessionContractTest {
    private static final String TOPIC = "control.collector.procmond";

    private final WireKind kind;
    private BrokerFixture fixture;
    private Bus bus;

    SessionContractTest(WireKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void connect() throws Exception {
        fixture = BrokerFixture.over(kind);
        bus = fixture.dial("console");
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    void aPingMeasuresTheWayAndTheClocks() throws Exception {
        var measured = Await.result(bus.ping());
        assertThat(measured.roundTrip()).isPositive().isLessThan(Duration.ofSeconds(5));
        // Both ends read the same clock here.
        assertThat(measured.skew().abs()).isLessThanOrEqualTo(measured.roundTrip());
    }

    @Test
    void aClosedSessionIsOverOnBothSides() throws Exception {
        listen(bus, "events.#");
        bus.close();
        assertThat(Await.result(bus.closed()).clean()).isTrue();
        Await.until("the broker knows", () -> fixture.statistics().sessions() == 0);
        assertThat(fixture.statistics().subscriptions()).isZero();
        assertThatThrownBy(() -> listen(bus, "events.#")).hasMessageContaining("connect again");
    }

    @Test
    void aBrokerThatShutsDownSaysGoodByeToEverybody() throws Exception {
        var other = fixture.dial("agent");
        answer(other, TOPIC);
        var replies = new RecordedReplies();
        bus.request(control(TOPIC, "start"), PLENTY, false, replies);
        Await.until("it is under way", () -> fixture.statistics().openRoutes() == 1);
        fixture.broker.close();
        assertThat(Await.result(bus.closed()).sentence()).contains("broker is shutting down");
        assertThat(Await.result(other.closed()).clean()).isTrue();
        assertThat(replies.awaitEnd()).isIn(ExchangeEnd.RESPONDER_LOST, ExchangeEnd.LINK_LOST);
        assertThat(replies.ends).hasValue(1);
        assertThatThrownBy(() -> fixture.dial("late")).isNotNull();
        assertThat(fixture.statistics().sessions()).isZero();
    }

    @Test
    void aForgedReplyReachesNobodyAndIsCounted() throws Exception {
        var requests = answer(fixture.dial("agent"), TOPIC);
        var replies = new RecordedReplies();
        bus.request(control(TOPIC, "start"), PLENTY, false, replies);
        var request = Await.next(requests);
        var forger = RawClient.welcomed(fixture, "forger");
        for (int route = 0; route < 10; route++) {
            forger.send(new FrameHeader(FrameType.REPLY, 0, 0, 0, route, 0), new byte[] {'!'});
        }
        fixture.awaitDropped(DropCause.REPLY_FORGED, 10);
        reply(request, "true", false);
        assertThat(replies.next().text()).isEqualTo("true");
    }

    @Test
    void aClientThatPretendsToBeABrokerIsShownTheDoor() throws Exception {
        var client = RawClient.welcomed(fixture, "pretender");
        client.send(FrameHeader.of(FrameType.DELIVER), new byte[0]);
        assertThat(client.awaitBye().sentence()).contains("does not send DELIVER");
        Await.until("the session is over", () -> fixture.statistics().sessions() == 1);
    }

    @Test
    void whatIsNoFrameEndsTheSessionWithTheOffenceNamed() throws Exception {
        var client = RawClient.welcomed(fixture, "garbler");
        client.send(new FrameHeader(FrameType.REQUEST, 0, 1, 0, 0, -1), new byte[0]);
        var bye = client.awaitBye();
        assertThat(bye.code()).isEqualTo("bad_frame");
        assertThat(bye.sentence()).contains("remaining time");
        Await.until("the session is over", () -> fixture.statistics().sessions() == 1);
    }

    @Test
    void theWireOfAClientThatBreaksEndsItsSession() throws Exception {
        fixture.clientWire.close();
        assertThat(Await.result(bus.closed())).isNotNull();
        Await.until("the broker knows", () -> fixture.statistics().sessions() == 0);
        var replies = new RecordedReplies();
        bus.request(control(TOPIC, "start"), PLENTY, false, replies);
        assertThat(replies.awaitEnd()).isEqualTo(ExchangeEnd.NOT_SENT);
    }

    @Test
    void theStatisticsSayHowLongTheBrokerHasRun() {
        var first = fixture.statistics().uptime();
        assertThat(first).isPositive();
        assertThat(fixture.statistics().uptime()).isGreaterThanOrEqualTo(first);
    }
}
