package daemoneye.rpc.broker;

import static daemoneye.rpc.broker.BrokerFixture.PLENTY;
import static daemoneye.rpc.broker.BrokerFixture.answer;
import static daemoneye.rpc.broker.BrokerFixture.control;
import static daemoneye.rpc.broker.BrokerFixture.reply;
import static daemoneye.rpc.broker.BrokerFixture.subscribe;
import static daemoneye.rpc.broker.BrokerFixture.text;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.broker.RecordedReplies.Reply;
import daemoneye.rpc.broker.statistics.DropCause;
import daemoneye.rpc.transport.bus.Bus;
import daemoneye.rpc.transport.bus.Delivery;
import daemoneye.rpc.transport.bus.ExchangeEnd;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.LinkedBlockingQueue;

@ParameterizedClass
@EnumSource(WireKind.class)
class RequestContractTest {
    private static final String TOPIC = "control.collector.procmond";

    private final WireKind kind;
    private BrokerFixture fixture;
    private Bus caller;
    private Bus responder;

    RequestContractTest(WireKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void connect() throws Exception {
        fixture = BrokerFixture.over(kind);
        caller = fixture.dial("caller");
        responder = fixture.dial("responder");
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    void aRequestReachesItsResponderAndTheReplyItsCaller() throws Exception {
        var requests = answer(responder, TOPIC);
        var replies = ask("start");

        var request = Await.next(requests);
        assertThat(text(request)).isEqualTo("start");
        assertThat(request.message().sender())
                .isEqualTo("caller#" + caller.welcome().session() + "/agent");
        assertThat(request.message().topic().text()).isEqualTo(TOPIC);
        assertThat(request.remaining()).isBetween(Duration.ofSeconds(15), PLENTY);
        reply(request, "started", false);

        assertThat(replies.next()).isEqualTo(new Reply("started", 0, 1, false));
    }

    @Test
    void messagesOfProgressComeBeforeTheFinalReply() throws Exception {
        var requests = answer(responder, TOPIC);
        var replies = ask("restart");
        var request = Await.next(requests);
        reply(request, "stopping", true);
        reply(request, "starting", true);
        reply(request, "done", false);

        assertThat(replies.next()).isEqualTo(new Reply("stopping", 0, 1, true));
        assertThat(replies.next()).isEqualTo(new Reply("starting", 0, 1, true));
        assertThat(replies.next()).isEqualTo(new Reply("done", 0, 1, false));
        assertThat(replies.ends).hasValue(0);
    }

    @Test
    void aRequestThatNobodyAnswersEndsAtOnce() throws Exception {
        // The first one also pays for loading classes.
        assertThat(ask("first").awaitEnd()).isEqualTo(ExchangeEnd.NO_RESPONDER);
        long asked = fixture.ticker.nanos();
        assertThat(ask("second").awaitEnd()).isEqualTo(ExchangeEnd.NO_RESPONDER);
        assertThat(fixture.ticker.since(asked)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void listenersDoNotCountAsResponders() throws Exception {
        subscribe(responder, TOPIC, SubscriptionKind.LISTEN, _ -> {});
        assertThat(ask("start").awaitEnd()).isEqualTo(ExchangeEnd.NO_RESPONDER);
    }

    @Test
    void aStandInAnswersOnlyWhileNobodyElseDoes() throws Exception {
        var standIn = new LinkedBlockingQueue<Delivery>();
        subscribe(
                fixture.dial("agent"),
                "control.collector.+",
                SubscriptionKind.STAND_IN,
                standIn::add);
        ask("first");
        assertThat(text(Await.next(standIn))).isEqualTo("first");

        var requests = new LinkedBlockingQueue<Delivery>();
        var own = subscribe(responder, TOPIC, SubscriptionKind.ANSWER, requests::add);
        ask("second");
        assertThat(text(Await.next(requests))).isEqualTo("second");
        assertThat(standIn).isEmpty();

        own.close();
        // The session that unsubscribes asks itself, so that the broker has heard of it first.
        responder.request(control(TOPIC, "third"), PLENTY, false, new RecordedReplies());
        assertThat(text(Await.next(standIn))).isEqualTo("third");
    }

    @Test
    void theOldestResponderIsAskedAndTheNextWhenItHasGone() throws Exception {
        var first = answer(responder, TOPIC);
        var second = answer(fixture.dial("second"), TOPIC);
        ask("a");
        assertThat(text(Await.next(first))).isEqualTo("a");

        responder.close();
        Await.until("the session is over", () -> fixture.statistics().sessions() == 2);
        ask("b");
        assertThat(text(Await.next(second))).isEqualTo("b");
    }

    @Test
    void everyoneIsAskedAndAnswersForItself() throws Exception {
        for (int at = 0; at < 3; at++) {
            var name = "agent-" + at;
            subscribe(
                    fixture.dial(name),
                    TOPIC,
                    SubscriptionKind.ANSWER,
                    request -> reply(request, name, false));
        }
        var replies = askEveryone();
        var who = new HashSet<String>();
        for (int at = 0; at < 3; at++) {
            var reply = replies.next();
            assertThat(reply.responders()).isEqualTo(3);
            assertThat(reply.text()).isEqualTo("agent-" + reply.responder());
            who.add(reply.text());
        }
        assertThat(who).hasSize(3);
        assertThat(replies.ends).hasValue(0);
    }

    @Test
    void everyoneMayBeNobody() throws Exception {
        assertThat(askEveryone().awaitEnd()).isEqualTo(ExchangeEnd.NO_RESPONDER);
    }

    @Test
    void everyoneMayBeOne() throws Exception {
        var requests = answer(responder, TOPIC);
        var replies = askEveryone();
        reply(Await.next(requests), "only me", false);
        assertThat(replies.next()).isEqualTo(new Reply("only me", 0, 1, false));
    }

    @Test
    void whenOneOfEveryoneIsLostTheOthersAreStillHeardBeforeTheEnd() throws Exception {
        var lost = fixture.dial("lost");
        var lostRequests = answer(lost, TOPIC);
        var requests = answer(responder, TOPIC);
        var replies = askEveryone();
        Await.next(lostRequests);
        var request = Await.next(requests);
        lost.close();
        Await.until("the session is over", () -> fixture.statistics().sessions() == 2);
        assertThat(replies.end).isNotDone();

        reply(request, "still here", false);
        assertThat(replies.next().text()).isEqualTo("still here");
        assertThat(replies.awaitEnd()).isEqualTo(ExchangeEnd.RESPONDER_LOST);
        assertThat(replies.ends).hasValue(1);
    }

    @Test
    void aResponderThatLeavesInTheMiddleIsToldAtOnce() throws Exception {
        var requests = answer(responder, TOPIC);
        var replies = ask("start");
        Await.next(requests);
        long left = fixture.ticker.nanos();
        responder.close();
        assertThat(replies.awaitEnd()).isEqualTo(ExchangeEnd.RESPONDER_LOST);
        assertThat(fixture.ticker.since(left)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aReplyToACallerThatHasGoneIsDroppedAndCounted() throws Exception {
        var requests = answer(responder, TOPIC);
        ask("start");
        var request = Await.next(requests);
        caller.close();
        Await.until("the session is over", () -> fixture.statistics().sessions() == 1);
        assertThat(fixture.statistics().openRoutes()).isZero();
        reply(request, "too late", false);
        fixture.awaitDropped(DropCause.REPLY_LATE, 1);
    }

    @Test
    void requestsInFlightEndWhenTheCallersOwnSessionEnds() throws Exception {
        answer(responder, TOPIC);
        var replies = ask("start");
        caller.close();
        assertThat(replies.awaitEnd()).isEqualTo(ExchangeEnd.LINK_LOST);
        assertThat(ask("again").awaitEnd()).isEqualTo(ExchangeEnd.NOT_SENT);
    }

    @Test
    void repliesAfterTheDeadlineAreDroppedAndCounted() throws Exception {
        var requests = answer(responder, TOPIC);
        var replies = new RecordedReplies();
        long asked = fixture.ticker.nanos();
        caller.request(control(TOPIC, "slow"), Duration.ofMillis(150), false, replies);
        var request = Await.next(requests);
        assertThat(replies.awaitEnd()).isEqualTo(ExchangeEnd.DEADLINE);
        assertThat(fixture.ticker.since(asked))
                .isBetween(Duration.ofMillis(150), Duration.ofSeconds(5));

        Await.until("the route is closed", () -> fixture.statistics().openRoutes() == 0);
        reply(request, "too late", false);
        fixture.awaitDropped(DropCause.REPLY_LATE, 1);
        assertThat(replies.replies).isEmpty();
        assertThat(replies.ends).hasValue(1);
    }

    @Test
    void aSecondFinalReplyIsDroppedAndCounted() throws Exception {
        var requests = answer(responder, TOPIC);
        var replies = ask("start");
        var request = Await.next(requests);
        reply(request, "first", false);
        reply(request, "second", false);
        fixture.awaitDropped(DropCause.REPLY_SURPLUS, 1);
        assertThat(replies.next().text()).isEqualTo("first");
        assertThat(replies.replies).isEmpty();
    }

    @Test
    void anAbandonedRequestHearsNothingMore() throws Exception {
        var requests = answer(responder, TOPIC);
        var abandoned = new RecordedReplies();
        caller.request(control(TOPIC, "one"), PLENTY, false, abandoned).abandon();
        var kept = ask("two");
        // The first one may have been abandoned before it left.
        for (var request = Await.next(requests); ; request = Await.next(requests)) {
            reply(request, text(request), false);
            if (text(request).equals("two")) {
                break;
            }
        }
        assertThat(kept.next().text()).isEqualTo("two");
        assertThat(abandoned.replies).isEmpty();
        assertThat(abandoned.ends).hasValue(0);
    }

    @Test
    void aThousandRequestsAtOnceEachGetTheirOwnReply() throws Exception {
        subscribe(
                responder,
                TOPIC,
                SubscriptionKind.ANSWER,
                request -> reply(request, "re " + text(request), false));
        var asked = new ArrayList<RecordedReplies>();
        for (int at = 0; at < 1000; at++) {
            asked.add(ask("q" + at));
        }
        for (int at = 0; at < 1000; at++) {
            assertThat(asked.get(at).next()).isEqualTo(new Reply("re q" + at, 0, 1, false));
        }
        assertThat(fixture.statistics().replies()).isEqualTo(1000);
        assertThat(fixture.statistics().openRoutes()).isZero();
    }

    private RecordedReplies ask(String what) {
        var replies = new RecordedReplies();
        caller.request(control(TOPIC, what), PLENTY, false, replies);
        return replies;
    }

    private RecordedReplies askEveryone() {
        var replies = new RecordedReplies();
        caller.request(control(TOPIC, "all"), PLENTY, true, replies);
        return replies;
    }
}
