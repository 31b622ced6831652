package daemoneye.rpc.broker.reply;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import daemoneye.rpc.broker.Played;
import daemoneye.rpc.broker.session.Session;
import daemoneye.rpc.broker.statistics.DropCause;
import daemoneye.rpc.transport.body.RefusalBody;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameHeader.Flags;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.wire.ScriptedLink;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class ReplyRoutesTest {
    private final Played played = new Played();
    private final ScriptedLink callerLink = new ScriptedLink();
    private final Session caller = played.session("caller", callerLink);
    private final Session responder = played.session("responder", new ScriptedLink());
    private final Session forger = played.session("forger", new ScriptedLink());
    private final ReplyRoutes routes =
            new ReplyRoutes(played.counters, played.ticker, played.flushList::flush);

    @Test
    void aReplyReachesItsCallerUnderTheCallersOwnNumber() {
        int route = open(77, 1, 3, 5000);
        reply(responder, route, 0, "done");
        assertThat(callerLink.last().header())
                .isEqualTo(new FrameHeader(FrameType.ANSWER, 0, 77, 3, 1, 0));
        assertThat(new String(callerLink.last().body(), UTF_8)).isEqualTo("done");
        assertThat(routes.waiting()).isZero();
    }

    @Test
    void progressLeavesTheRouteOpen() {
        int route = open(77, 0, 1, 5000);
        reply(responder, route, Flags.MORE, "working");
        assertThat(callerLink.last().header().flags()).isEqualTo(Flags.MORE);
        assertThat(routes.waiting()).isEqualTo(1);
        reply(responder, route, 0, "done");
        assertThat(callerLink.sent(FrameType.ANSWER)).hasSize(2);
    }

    @Test
    void onlyTheAddressedResponderMayReply() {
        int route = open(77, 0, 1, 5000);
        reply(forger, route, 0, "forged");
        reply(caller, route, 0, "forged");
        assertThat(callerLink.sent()).isEmpty();
        assertThat(dropped(DropCause.REPLY_FORGED)).isEqualTo(2);
        reply(responder, route, 0, "true");
        assertThat(callerLink.sent()).hasSize(1);
    }

    @Test
    void aRouteThatWasNeverOpenedLeadsNowhere() {
        int route = open(77, 0, 1, 5000);
        for (int number : new int[] {0, route + 1, route + 1000, -1, Integer.MIN_VALUE}) {
            reply(responder, number, 0, "guessed");
        }
        assertThat(callerLink.sent()).isEmpty();
        assertThat(dropped(DropCause.REPLY_FORGED)).isEqualTo(5);
    }

    @Test
    void aReplyAfterTheFinalOneIsDropped() {
        int route = open(77, 0, 1, 5000);
        reply(responder, route, 0, "first");
        reply(responder, route, 0, "second");
        assertThat(callerLink.sent()).hasSize(1);
        assertThat(dropped(DropCause.REPLY_SURPLUS)).isEqualTo(1);
    }

    @Test
    void atTheDeadlineTheCallerIsToldAndTheRouteCloses() throws Exception {
        int route = open(77, 0, 1, 5000);
        open(78, 0, 1, 6000);
        played.ticker.advance(Duration.ofMillis(4999));
        assertThat(callerLink.sent()).isEmpty();
        played.ticker.advance(Duration.ofMillis(1));
        assertRefused(77, 0, 1, "deadline");
        assertThat(callerLink.flushes()).isEqualTo(1);

        reply(responder, route, 0, "late");
        assertThat(dropped(DropCause.REPLY_LATE)).isEqualTo(1);
        assertThat(routes.waiting()).isEqualTo(1);
    }

    @Test
    void theEndOfTheRespondersSessionAnswersWhatItHadNot() throws Exception {
        open(77, 1, 3, 5000);
        routes.open(caller, 78, 0, 1, forger, nanos(5000));
        responder.end();
        routes.sessionEnded(responder);
        assertRefused(77, 1, 3, "responder_lost");
        assertThat(routes.waiting()).isEqualTo(1);
    }

    @Test
    void theEndOfTheCallersSessionDropsItsRoutes() {
        int route = open(77, 0, 1, 5000);
        routes.sessionEnded(caller);
        assertThat(routes.waiting()).isZero();
        assertThat(callerLink.sent()).isEmpty();
        reply(responder, route, 0, "to nobody");
        assertThat(dropped(DropCause.REPLY_LATE)).isEqualTo(1);
    }

    @Test
    void deadlinesShareOneAlarmAndLeaveNoneBehind() {
        for (int at = 0; at < 1000; at++) {
            open(at, 0, 1, 5000);
        }
        assertThat(played.ticker.waitingAlarms()).isEqualTo(1);
        played.ticker.advance(Duration.ofSeconds(5));
        assertThat(callerLink.sent(FrameType.REFUSED)).hasSize(1000);
        assertThat(played.ticker.waitingAlarms()).isZero();
        assertThat(played.counters.snapshot(Duration.ZERO).openRoutes()).isZero();
    }

    private int open(long request, int index, int responders, long millis) {
        return routes.open(caller, request, index, responders, responder, nanos(millis));
    }

    private long nanos(long millis) {
        return played.ticker.nanos() + Duration.ofMillis(millis).toNanos();
    }

    private void reply(Session from, int route, int flags, String text) {
        var header = new FrameHeader(FrameType.REPLY, flags, 0, 0, route, 0);
        routes.reply(from, new Frame(header, text.getBytes(UTF_8)));
    }

    private void assertRefused(long request, int index, int responders, String code)
            throws Exception {
        assertThat(callerLink.sent()).hasSize(1);
        assertThat(callerLink.last().header())
                .isEqualTo(new FrameHeader(FrameType.REFUSED, 0, request, responders, index, 0));
        assertThat(RefusalBody.read(callerLink.last().body()).code()).isEqualTo(code);
    }

    private long dropped(DropCause cause) {
        return played.counters.snapshot(Duration.ZERO).dropped(cause);
    }
}
