package daemoneye.rpc.broker.session;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.broker.statistics.BrokerCounters;
import daemoneye.rpc.broker.statistics.DropCause;
import daemoneye.rpc.transport.frame.Frame;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.frame.FrameHeader.Flags;
import daemoneye.rpc.transport.frame.FrameType;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class OutboundQueueTest {
    /// Frames of 100 bytes: ten fit, of which five may be events.
    private static final int FRAME = 100;

    private final BrokerCounters counters = new BrokerCounters();
    private final OutboundQueue queue =
            new OutboundQueue(SessionLimits.DEFAULT.withQueue(10 * FRAME, 5 * FRAME), counters);

    @Test
    void framesLeaveInTheOrderTheyCame() {
        add(Flags.CONTROL, "a", 1);
        add(Flags.EVENT, "b", 2);
        add(Flags.HEARTBEAT, "c", 3);
        add(Flags.SHUTDOWN, "d", 4);
        assertThat(drained()).containsExactly(1, 2, 3, 4);
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.bytes()).isZero();
    }

    @Test
    void aNewerHeartbeatTakesThePlaceOfTheOlderOfItsTopicAtTheEnd() {
        add(Flags.HEARTBEAT, "a", 1);
        add(Flags.HEARTBEAT, "b", 2);
        add(Flags.CONTROL, "a", 3);
        add(Flags.HEARTBEAT, "a", 4);
        add(Flags.HEARTBEAT, "a", 5);
        assertThat(queue.bytes()).isEqualTo(3 * FRAME);
        assertThat(drained()).containsExactly(2, 3, 5);
        assertThat(dropped(DropCause.HEARTBEAT_SUPERSEDED)).isEqualTo(2);
    }

    @Test
    void heartbeatsOfOneTopicForTwoSubscriptionsAreKeptApart() {
        queue.add(frame(Flags.HEARTBEAT, 1, 1), "a", 0);
        queue.add(frame(Flags.HEARTBEAT, 2, 2), "a", 0);
        assertThat(queue.size()).isEqualTo(2);
    }

    @Test
    void aHeartbeatThatHasLeftIsNotSuperseded() {
        add(Flags.HEARTBEAT, "a", 1);
        assertThat(drained()).containsExactly(1);
        add(Flags.HEARTBEAT, "a", 2);
        assertThat(drained()).containsExactly(2);
        assertThat(dropped(DropCause.HEARTBEAT_SUPERSEDED)).isZero();
    }

    @Test
    void theOldestEventGoesWhenEventsFillTheirShareAndEachIsCounted() {
        for (int at = 1; at <= 12; at++) {
            assertThat(add(Flags.EVENT, "e", at)).isTrue();
        }
        assertThat(drained()).containsExactly(8, 9, 10, 11, 12);
        assertThat(dropped(DropCause.EVENT_OVERFLOW)).isEqualTo(7);
    }

    @Test
    void anEventLargerThanItsShareIsDroppedItself() {
        add(Flags.EVENT, "e", 1);
        var huge = new Frame(header(Flags.EVENT, 1, 2), new byte[6 * FRAME]);
        assertThat(queue.add(huge, "e", 0)).isTrue();
        assertThat(queue.size()).isZero();
        assertThat(dropped(DropCause.EVENT_OVERFLOW)).isEqualTo(2);
    }

    @Test
    void controlPushesEventsOutBeforeItIsRefused() {
        for (int at = 1; at <= 5; at++) {
            add(Flags.EVENT, "e", at);
        }
        for (int at = 6; at <= 15; at++) {
            assertThat(add(Flags.CONTROL, "c", at)).isTrue();
        }
        assertThat(dropped(DropCause.EVENT_OVERFLOW)).isEqualTo(5);
        assertThat(add(Flags.CONTROL, "c", 16)).isFalse();
        assertThat(drained()).containsExactly(6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    @Test
    void aRequestLosesTheTimeItWaited() {
        queue.add(serve(1000), "", millis(5));
        assertThat(queue.poll(millis(305)).orElseThrow().header().remainingMs()).isEqualTo(700);
    }

    @Test
    void aRequestWhoseTimeIsUpIsDroppedAndTheNextOneComes() {
        queue.add(serve(1000), "", 0);
        queue.add(serve(2000), "", 0);
        assertThat(queue.poll(millis(1000)).orElseThrow().header().remainingMs()).isEqualTo(1000);
        assertThat(dropped(DropCause.REQUEST_EXPIRED)).isEqualTo(1);
    }

    @Test
    void whatWaitsAtTheEndOfTheSessionIsCounted() {
        add(Flags.EVENT, "e", 1);
        add(Flags.CONTROL, "c", 2);
        queue.abandon();
        assertThat(queue.poll(0)).isEmpty();
        assertThat(queue.bytes()).isZero();
        assertThat(dropped(DropCause.SESSION_ENDED)).isEqualTo(2);
    }

    private boolean add(int type, String topic, int number) {
        return queue.add(frame(type, 1, number), topic, 0);
    }

    private static Frame frame(int type, int route, int number) {
        return new Frame(header(type, route, number), new byte[FRAME - FrameHeader.BYTES]);
    }

    private static FrameHeader header(int type, int route, int number) {
        return new FrameHeader(FrameType.DELIVER, type, number, route, 0, 0);
    }

    private static Frame serve(int remainingMs) {
        return new Frame(new FrameHeader(FrameType.SERVE, Flags.CONTROL, 0, 1, 9, remainingMs));
    }

    private static long millis(long count) {
        return Duration.ofMillis(count).toNanos();
    }

    private List<Integer> drained() {
        var numbers = new ArrayList<Integer>();
        for (Optional<Frame> next = queue.poll(0); next.isPresent(); next = queue.poll(0)) {
            numbers.add((int) next.get().header().request());
        }
        return numbers;
    }

    private long dropped(DropCause cause) {
        return counters.snapshot(Duration.ZERO).dropped(cause);
    }
}
