package daemoneye.rpc.collector.events;

import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.collector.gather.Observation;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.CollectorEvent;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/// Publishes what was seen, in batches, so that one collector stays below what a broker allows one
/// client. While there is no link events wait in a bounded queue. Safe from any thread.
public final class EventPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(EventPublisher.class);
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(150);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private final CollectorId id;
    private final Connection connection;
    private final Ticker ticker;
    private final Executor loop;
    private final EventQueue queue;
    private final int capacity;
    private final IntSupplier batchSize;
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicLong sequence = new AtomicLong();
    private final AtomicLong published = new AtomicLong();
    private final AtomicLong unsendable = new AtomicLong();

    /// @param loop runs the publishing; must not block
    /// @param capacity of the queue
    /// @param batchSize events at a time; asked for each batch
    public EventPublisher(
            CollectorId id,
            Connection connection,
            Ticker ticker,
            Executor loop,
            int capacity,
            IntSupplier batchSize) {
        this.id = id;
        this.connection = connection;
        this.ticker = ticker;
        this.loop = loop;
        this.queue = new EventQueue(capacity);
        this.capacity = capacity;
        this.batchSize = batchSize;
    }

    /// Takes what a scan saw; numbers it, stamps it and sends it soon.
    public void accept(List<Observation> seen) {
        var now = ticker.now();
        for (var each : seen) {
            var event =
                    new CollectorEvent(
                            id, each.type(), sequence.incrementAndGet(), now, each.fields());
            queue.add(new QueuedEvent(CollectorTopics.event(each.kind(), each.what(), id), event));
        }
        wake();
    }

    public BusLoad load() {
        return new BusLoad(
                queue.size(), capacity, published.get(), queue.dropped() + unsendable.get());
    }

    /// Completes when nothing waits any more, or after `patience`, with how many still wait.
    public CompletableFuture<Integer> flushed(Duration patience) {
        var done = new CompletableFuture<Integer>();
        long began = ticker.nanos();
        loop.execute(() -> look(done, began, patience));
        return done;
    }

    private void look(CompletableFuture<Integer> done, long began, Duration patience) {
        int waiting = queue.size();
        if (waiting == 0 || ticker.since(began).compareTo(patience) >= 0) {
            done.complete(waiting);
        } else {
            wake();
            ticker.after(BETWEEN_BATCHES, () -> loop.execute(() -> look(done, began, patience)));
        }
    }

    private void wake() {
        if (draining.compareAndSet(false, true)) {
            loop.execute(this::drain);
        }
    }

    private void drain() {
        boolean sent = sendBatch();
        if (queue.size() > 0) {
            var pause = sent ? BETWEEN_BATCHES : BETWEEN_TRIES;
            ticker.after(pause, () -> loop.execute(this::drain));
            return;
        }
        draining.set(false);
        if (queue.size() > 0) {
            wake(); // one came between the look and the mark
        }
    }

    /// @return false if there is no link
    private boolean sendBatch() {
        int most = batchSize.getAsInt();
        for (int at = 0; at < most; at++) {
            var next = queue.take();
            if (next.isEmpty()) {
                return true;
            }
            try {
                if (!send(next.get())) {
                    queue.putBack(next.get());
                    return false;
                }
                published.incrementAndGet();
            } catch (IllegalArgumentException e) {
                leaveOut(next.get(), e);
            }
        }
        return true;
    }

    private boolean send(QueuedEvent next) {
        return connection.publish(
                next.topic(), MessageType.EVENT, CorrelationMetadata.none(), next.event());
    }

    // One that breaks a bound of the wire must not hold up all that come after it.
    private void leaveOut(QueuedEvent event, IllegalArgumentException why) {
        unsendable.incrementAndGet();
        LOG.warn("an event for {} cannot be sent", event.topic(), why);
    }
}
