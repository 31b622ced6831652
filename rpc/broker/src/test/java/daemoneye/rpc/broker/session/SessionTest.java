package daemoneye.rpc.broker.session;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.broker.Played;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameHeader.Flags;
import daemoneye.rpc.transport.frame.FrameType;
import daemoneye.rpc.transport.wire.ScriptedLink;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;

class SessionTest {
    private final Played played = new Played(SessionLimits.DEFAULT.withQueue(1000, 500));
    private final ScriptedLink link = new ScriptedLink();
    private final Session session = played.session("procmond", link);

    @Test
    void theStampIsTheNameTheNumberAndTheRole() {
        assertThat(session.stamp()).isEqualTo("procmond#1/agent");
    }

    @Test
    void aFastSessionGetsFramesAtOnceAndOneFlushPerRead() {
        for (int at = 0; at < 10; at++) {
            session.send(frame(at));
        }
        assertThat(link.sent()).hasSize(10);
        assertThat(link.flushes()).isZero();
        played.flushList.flush();
        played.flushList.flush();
        assertThat(link.flushes()).isEqualTo(1);
    }

    @Test
    void aSlowSessionGetsTheRestInOrderWhenItReadsAgain() {
        session.send(frame(1));
        link.setWritable(false);
        session.send(frame(2));
        assertThat(link.sent()).hasSize(1);
        link.setWritable(true);
        session.send(frame(3));
        assertThat(link.sent()).hasSize(1);
        session.drain();
        assertThat(link.sent())
                .extracting(each -> each.header().request())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void aRequestThatWaitedHasLessTimeLeft() {
        link.setWritable(false);
        session.send(new Frame(new FrameHeader(FrameType.SERVE, 0, 0, 1, 1, 1000)));
        played.ticker.advance(Duration.ofMillis(400));
        link.setWritable(true);
        session.drain();
        assertThat(link.last().header().remainingMs()).isEqualTo(600);
    }

    @Test
    void aSessionThatCannotTakeWhatItMustIsCutOffWhenTheReadIsOver() {
        link.setWritable(false);
        for (int at = 0; at < 100; at++) {
            session.send(frame(at));
        }
        assertThat(played.cutOff).isEmpty();
        played.flushList.flush();
        assertThat(played.cutOff).containsExactly(session);
        assertThat(session.cutOff().orElseThrow().code()).isEqualTo("slow_consumer");
        assertThat(session.cutOff().orElseThrow().sentence()).contains("procmond#1", "35 messages");
    }

    @Test
    void endingASessionMayLeadToAnotherFlushAndEverybodyIsStillFlushedOnce() {
        var otherLink = new ScriptedLink();
        var other = played.session("console", otherLink);
        var ended = new ArrayList<Session>();
        FlushList[] list = new FlushList[1];
        list[0] =
                new FlushList(
                        cut -> {
                            ended.add(cut);
                            cut.end();
                            list[0].add(other);
                            list[0].flush();
                        });
        link.setWritable(false);
        for (int at = 0; at < 100; at++) {
            session.send(frame(at));
        }
        session.listed(false);
        list[0].add(session);
        list[0].flush();
        assertThat(ended).containsExactly(session);
        assertThat(otherLink.flushes()).isEqualTo(1);
    }

    @Test
    void nothingIsSentAfterTheEnd() {
        session.end();
        session.send(frame(1));
        session.drain();
        assertThat(link.sent()).isEmpty();
    }

    private static Frame frame(int number) {
        return new Frame(new FrameHeader(FrameType.DELIVER, Flags.CONTROL, number, 1, 0, 0));
    }
}
