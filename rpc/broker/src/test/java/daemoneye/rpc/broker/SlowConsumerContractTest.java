package daemoneye.rpc.broker;

import static daemoneye.rpc.broker.BrokerFixture.listen;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.broker.session.SessionLimits;
import daemoneye.rpc.broker.statistics.DropCause;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.Envelope;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.transport.bus.Bus;
import daemoneye.rpc.transport.bus.Delivery;
import daemoneye.rpc.transport.frame.FrameType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;

/// One client stops reading, another does not. Messages are large, so that few fill the buffers of
/// every wire.
@ParameterizedClass
@EnumSource(WireKind.class)
class SlowConsumerContractTest {
    private static final int MESSAGE_BYTES = 64 * 1024;
    private static final SessionLimits LIMITS = SessionLimits.DEFAULT.withQueue(2 << 20, 1 << 20);

    private final WireKind kind;
    private BrokerFixture fixture;
    private Bus publisher;
    private RawClient slow;
    private BlockingQueue<Delivery> fast;

    SlowConsumerContractTest(WireKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void connect() throws Exception {
        fixture = BrokerFixture.over(kind, LIMITS);
        publisher = fixture.dial("publisher");
        fast = listen(fixture.dial("fast"), "events.#");
        slow = RawClient.welcomed(fixture, "slow");
        slow.listen("events.#");
        slow.link.read(false);
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    @Test
    void aSlowConsumerKeepsTheNewestHeartbeatAndTheOthersGetThemAll() throws Exception {
        int sent = publishUntilDropped(MessageType.HEARTBEAT, DropCause.HEARTBEAT_SUPERSEDED);
        for (int at = 0; at < sent; at++) {
            assertThat(numberOf(Await.next(fast).message().payload())).isEqualTo(at);
        }

        long dropped = fixture.statistics().dropped(DropCause.HEARTBEAT_SUPERSEDED);
        slow.link.read(true);
        int got = 0;
        int last = -1;
        while (last < sent - 1) {
            int number = numberOf(RawClient.payload(slow.next(FrameType.DELIVER)));
            assertThat(number).isGreaterThan(last);
            last = number;
            got++;
        }
        assertThat(got).isEqualTo(sent - dropped);
    }

    @Test
    void aSlowConsumerLosesTheOldestEventsAndEachIsCounted() throws Exception {
        int sent = publishUntilDropped(MessageType.EVENT, DropCause.EVENT_OVERFLOW);
        for (int at = 0; at < sent; at++) {
            assertThat(numberOf(Await.next(fast).message().payload())).isEqualTo(at);
        }

        long dropped = fixture.statistics().dropped(DropCause.EVENT_OVERFLOW);
        slow.link.read(true);
        int got = 0;
        int last = -1;
        while (last < sent - 1) {
            last = numberOf(RawClient.payload(slow.next(FrameType.DELIVER)));
            got++;
        }
        assertThat(got).isEqualTo(sent - dropped);
        assertThat(fixture.statistics().sessions()).isEqualTo(3);
    }

    @Test
    void whoeverCannotTakeControlMessagesIsCutOffAndTheOthersGoOn() throws Exception {
        int sent = 0;
        while (fixture.statistics().sessions() == 3 && sent < 1000) {
            publishOne(MessageType.CONTROL, sent);
            assertThat(numberOf(Await.next(fast).message().payload())).isEqualTo(sent);
            sent++;
        }
        assertThat(fixture.statistics().sessions()).isEqualTo(2);
        assertThat(fixture.statistics().dropped(DropCause.SESSION_ENDED))
                .isBetween(20L, LIMITS.queuedBytes() / MESSAGE_BYTES);
        publishOne(MessageType.CONTROL, sent);
        assertThat(numberOf(Await.next(fast).message().payload())).isEqualTo(sent);

        slow.link.read(true);
        Await.result(slow.closed);
    }

    /// Publishes one message at a time, each waited for by the fast one, until the slow one's queue
    /// has dropped ten.
    private int publishUntilDropped(MessageType type, DropCause cause) throws Exception {
        int sent = 0;
        while (fixture.statistics().dropped(cause) < 10) {
            assertThat(sent).as("messages until the slow one's queue drops").isLessThan(1000);
            publishOne(type, sent);
            int target = ++sent;
            Await.until("it was delivered", () -> fast.size() == target);
        }
        return sent;
    }

    private void publishOne(MessageType type, int number) {
        var payload = ByteBuffer.allocate(MESSAGE_BYTES).putInt(number).array();
        publisher.publish(
                Envelope.outgoing(
                        new Topic("events.process.new"),
                        CorrelationMetadata.none(),
                        type,
                        Instant.EPOCH,
                        payload));
    }

    private static int numberOf(byte[] payload) {
        return ByteBuffer.wrap(payload).getInt();
    }
}
