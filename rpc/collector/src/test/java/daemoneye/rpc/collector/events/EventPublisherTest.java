package daemoneye.rpc.collector.events;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.collector.fake.FakeConnection;
import daemoneye.rpc.collector.gather.Fields;
import daemoneye.rpc.collector.gather.Observation;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.CollectorEvent;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

class EventPublisherTest {
    private static final Observation SEEN = new Fields().with("pid", 1).seen("process", "new");

    private final FakeTicker ticker = new FakeTicker();
    private final FakeConnection connection = new FakeConnection();
    private int batchSize = 4;
    private final EventPublisher publisher =
            new EventPublisher(
                    new CollectorId("procmond"),
                    connection,
                    ticker,
                    Runnable::run,
                    10,
                    () -> batchSize);

    @Test
    void anEventGoesToTheTopicOfItsType() {
        connection.up();
        publisher.accept(List.of(SEEN));

        var sent = connection.published().getFirst();
        assertThat(sent.topic().text()).isEqualTo("events.process.new.procmond");
        assertThat(sent.type()).isEqualTo(MessageType.EVENT);
        assertThat(((CollectorEvent) sent.body()).eventType()).isEqualTo("process.new");
    }

    @Test
    void aBurstIsSentInBatches() {
        connection.up();
        publisher.accept(Collections.nCopies(9, SEEN));
        assertThat(connection.published()).hasSize(4);
        ticker.advance(Duration.ofMillis(200));
        assertThat(connection.published()).hasSize(8);
        ticker.advance(Duration.ofMillis(200));
        assertThat(connection.published()).hasSize(9);
        assertThat(ticker.waitingAlarms()).isZero();
    }

    @Test
    void whatWaitsIsSentInOrderOnceTheLinkIsBack() {
        publisher.accept(Collections.nCopies(6, SEEN));
        ticker.advance(Duration.ofSeconds(3));
        assertThat(publisher.load().queued()).isEqualTo(6);
        connection.up();
        ticker.advance(Duration.ofSeconds(1));

        assertThat(sequences()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(publisher.load()).isEqualTo(new BusLoad(0, 10, 6, 0));
    }

    @Test
    void anEventThatCannotBeSentIsCountedAndHoldsUpNoOther() {
        connection.up();
        var huge =
                new Fields()
                        .with("arguments", ConfigValue.of("x".repeat(2_000_000)))
                        .seen("process", "new");
        publisher.accept(List.of(SEEN, huge, SEEN));
        publisher.accept(List.of(SEEN));

        assertThat(sequences()).containsExactly(1L, 3L, 4L);
        assertThat(publisher.load()).isEqualTo(new BusLoad(0, 10, 3, 1));
    }

    @Test
    void anotherBatchSizeHoldsFromTheNextBatchOn() {
        connection.up();
        publisher.accept(Collections.nCopies(9, SEEN));
        assertThat(sequences()).hasSize(4);
        batchSize = 1;
        ticker.advance(Duration.ofMillis(150));

        assertThat(sequences()).hasSize(5);
    }

    @Test
    void aFullQueueDropsTheOldestAndCounts() {
        publisher.accept(Collections.nCopies(13, SEEN));
        connection.up();
        ticker.advance(Duration.ofSeconds(5));

        assertThat(publisher.load().dropped()).isEqualTo(3);
        assertThat(sequences()).containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L);
    }

    @Test
    void flushingGivesUpWhenItsTimeIsOver() {
        publisher.accept(List.of(SEEN));
        var left = publisher.flushed(Duration.ofSeconds(2));
        ticker.advance(Duration.ofSeconds(1));
        assertThat(left).isNotDone();
        ticker.advance(Duration.ofSeconds(2));

        assertThat(left).isCompletedWithValue(1);
    }

    private List<Long> sequences() {
        return connection.published().stream()
                .map(each -> ((CollectorEvent) each.body()).sequence())
                .toList();
    }
}
