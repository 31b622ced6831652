package daemoneye.rpc.transport.bus;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameHeader.Flags;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.wire.CloseReason;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayDeque;

class FrameBusExchangeTest {
    private final ScriptedSession session = new ScriptedSession();

    @Test
    void aRequestLeavesWithItsNumberTypeAndTime() {
        session.request(5000);
        assertThat(session.link.last().header())
                .isEqualTo(new FrameHeader(FrameType.REQUEST, Flags.CONTROL, 1, 0, 0, 5000));
        session.request(1);
        assertThat(session.link.last().header().request()).isEqualTo(2);
    }

    @Test
    void lessThanAMillisecondIsNotSentAsNoDeadline() {
        session.bus.request(
                ScriptedSession.message(MessageType.CONTROL, "control.collector.a"),
                Duration.ofNanos(1),
                false,
                session);
        assertThat(session.link.last().header().remainingMs()).isEqualTo(1);
    }

    @Test
    void aRequestToEveryoneSaysSo() {
        session.bus.request(
                ScriptedSession.message(MessageType.CONTROL, "control.collector.lifecycle"),
                Duration.ofSeconds(5),
                true,
                session);
        assertThat(session.link.last().header().flags()).isEqualTo(Flags.CONTROL | Flags.EVERYONE);
    }

    @Test
    void theFinalReplyIsTheLastWord() {
        session.request(5000);
        session.receiveAnswer(1, 0, 1, Flags.MORE, "working");
        session.receiveAnswer(1, 0, 1, 0, "done");
        session.receiveAnswer(1, 0, 1, 0, "done again");
        session.advance(10_000);
        session.bus.onClosed(CloseReason.bye("over"));
        assertThat(session.told).containsExactly("working from 0 of 1 …", "done from 0 of 1");
    }

    @Test
    void noReplyWithinTheTimeIsToldOnceAndLaterRepliesAreDropped() {
        session.request(5000);
        session.advance(4999);
        assertThat(session.told).isEmpty();
        session.advance(1);
        session.receiveAnswer(1, 0, 1, 0, "late");
        session.receiveRefusal(1, 0, 1, RefusalCode.DEADLINE);
        assertThat(session.told).containsExactly("DEADLINE");
    }

    @Test
    void aRequestWhoseTimeIsUpDoesNotLeave() {
        session.request(0);
        assertThat(session.link.sent(FrameType.REQUEST)).isEmpty();
        assertThat(session.told).containsExactly("NOT_SENT");
    }

    @Test
    void aRefusalOfTheWholeRequestEndsIt() {
        session.request(5000);
        session.receiveRefusal(1, 0, 0, RefusalCode.NO_RESPONDER);
        assertThat(session.told).containsExactly("NO_RESPONDER");
    }

    @Test
    void anUnknownRefusalIsARefusal() {
        session.request(5000);
        session.receiveRefusal(1, 0, 0, "of_a_newer_version");
        assertThat(session.told).containsExactly("REFUSED");
    }

    @Test
    void theLossOfOneResponderIsToldAfterTheOthersHaveReplied() {
        session.request(5000);
        session.receiveRefusal(1, 1, 3, RefusalCode.RESPONDER_LOST);
        session.receiveAnswer(1, 0, 3, 0, "a");
        assertThat(session.told).containsExactly("a from 0 of 3");
        session.receiveAnswer(1, 2, 3, 0, "c");
        assertThat(session.told)
                .containsExactly("a from 0 of 3", "c from 2 of 3", "RESPONDER_LOST");
    }

    @Test
    void theLastLossEndsItToo() {
        session.request(5000);
        session.receiveAnswer(1, 0, 2, 0, "a");
        session.receiveRefusal(1, 1, 2, RefusalCode.RESPONDER_LOST);
        assertThat(session.told).containsExactly("a from 0 of 2", "RESPONDER_LOST");
    }

    @Test
    void anAbandonedRequestHearsNothing() {
        var exchange = session.request(5000);
        exchange.abandon();
        exchange.abandon();
        session.receiveAnswer(1, 0, 1, 0, "done");
        session.advance(10_000);
        assertThat(session.told).isEmpty();
    }

    @Test
    void theEndOfTheSessionEndsWhatIsInFlight() {
        session.request(5000);
        session.bus.onClosed(CloseReason.broken("reset", "the connection was reset"));
        session.request(5000);
        assertThat(session.told).containsExactly("LINK_LOST", "NOT_SENT");
    }

    @Test
    void aListenerThatAsksAgainAndAgainAfterTheEndDoesNotExhaustTheStack() {
        session.bus.close();
        var again =
                new ReplyListener() {
                    private int times;

                    @Override
                    public void onReply(
                            byte[] payload, int responder, int responders, boolean more) {}

                    @Override
                    public void onEnd(ExchangeEnd end) {
                        if (++times < 100_000) {
                            ask();
                        }
                    }

                    void ask() {
                        session.bus.request(
                                ScriptedSession.message(MessageType.CONTROL, "control.collector.a"),
                                Duration.ofSeconds(5),
                                false,
                                this);
                    }
                };
        again.ask();
        assertThat(again.times).isEqualTo(100_000);
    }

    @Test
    void aListenerThatFailsDoesNotHarmTheOthers() {
        session.bus.request(
                ScriptedSession.message(MessageType.CONTROL, "control.collector.a"),
                Duration.ofSeconds(5),
                false,
                new ReplyListener() {
                    @Override
                    public void onReply(byte[] payload, int index, int count, boolean more) {
                        throw new IllegalStateException("a bug in a listener");
                    }

                    @Override
                    public void onEnd(ExchangeEnd end) {}
                });
        session.request(5000);
        session.receiveAnswer(1, 0, 1, 0, "x");
        session.receiveAnswer(2, 0, 1, 0, "y");
        assertThat(session.told).containsExactly("y from 0 of 1");
    }

    @Test
    void requestsEndAsNotSentWhileTheBrokerDoesNotRead() {
        session.link.setPendingBytes(FrameBus.MOST_BYTES + 1);
        session.request(5000);
        assertThat(session.told).containsExactly("NOT_SENT");
    }

    @Test
    void callsFromElsewhereGatherAndAreFlushedOnce() {
        var loop = new ArrayDeque<Runnable>();
        var gathering = new ScriptedSession(loop::add);
        for (int at = 0; at < 100; at++) {
            gathering.request(5000);
        }
        assertThat(loop).hasSize(1);
        loop.remove().run();
        assertThat(gathering.link.sent(FrameType.REQUEST)).hasSize(100);
        assertThat(gathering.link.flushes()).isEqualTo(1);
    }

    @Test
    void theTimeARequestWaitsForTheLoopIsTakenFromItsDeadline() {
        var loop = new ArrayDeque<Runnable>();
        var gathering = new ScriptedSession(loop::add);
        gathering.request(5000);
        gathering.advance(300);
        loop.remove().run();
        assertThat(gathering.link.last().header().remainingMs()).isEqualTo(4700);
    }

    @Test
    void aRequestThatALostLoopForgetsStillEnds() {
        var forgetful = new ScriptedSession(_ -> {});
        forgetful.request(5000);
        assertThat(forgetful.told).isEmpty();
        forgetful.bus.onClosed(CloseReason.wireClosed());
        forgetful.request(5000);
        assertThat(forgetful.told).containsExactly("NOT_SENT", "NOT_SENT");
    }
}
