package daemoneye.rpc.client.fleet.live;

import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.connection.Received;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.client.fleet.MetricHistory;
import daemoneye.rpc.client.fleet.record.CollectorRecord;
import daemoneye.rpc.client.fleet.record.Moment;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.message.StateChange;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The fleet as a connection shows it. Ten times a second its loop lets time pass for every
/// collector, asks what there is to ask, and publishes what has changed.
///
/// ```
/// heartbeats, state changes ─► FleetBook ─► SnapshotPublisher ─► watchers
///                   Listings ──►  │  ▲
///      HealthChecks, Probes  ◄────┘  └── answers
/// ```
///
/// Safe from any thread. It does not own the connection: close the model first, then that.
public final class LiveFleetModel implements FleetModel {
    /// How often the loop comes round; what arrives is shown by then at the latest.
    static final Duration TICK = Duration.ofMillis(100);

    private static final String HEARTBEATS = CollectorTopics.ALL_HEARTBEATS.text().replace("+", "");

    private final Connection connection;
    private final Ticker ticker;
    private final FleetLoop loop;
    private final OwnLink link;
    private final FleetBook book;
    private final Listings listings;
    private final RoundTrips roundTrips;
    private final HealthChecks checks;
    private final Probes probes;
    private final SnapshotPublisher publisher;
    private final List<Runnable> endings = new ArrayList<>();
    private Ticker.Alarm alarm = () -> {};
    private long tickNanos;
    private volatile boolean closed;

    private LiveFleetModel(
            Connection connection, RpcCaller caller, Ticker ticker, Executor executor) {
        this.connection = connection;
        this.ticker = ticker;
        var clientId = connection.identity().name();
        loop = new FleetLoop(executor);
        link = new OwnLink(ticker);
        book = new FleetBook(this::wantCheck);
        listings = new Listings(caller, clientId, book, link, ticker, loop);
        roundTrips = new RoundTrips(connection, link, ticker, loop);
        var calls = new HealthCall(caller, clientId, ticker, link, loop);
        checks = new HealthChecks(calls, book, link, ticker);
        probes = new Probes(calls, book, link, roundTrips);
        publisher = new SnapshotPublisher(book, link, listings, ticker, loop);
        tickNanos = ticker.nanos();
    }

    /// Starts to watch the fleet, on a thread of its own.
    ///
    /// @param ticker the one that the connection stamps arrivals with
    public static LiveFleetModel start(Connection connection, RpcCaller caller, Ticker ticker) {
        // Ends by itself when it has had nothing to do, as after close().
        var thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        1,
                        TimeUnit.SECONDS,
                        // The loop hands over one task at a time, while the last one may linger.
                        new ArrayBlockingQueue<>(2),
                        task -> Thread.ofPlatform().daemon().name("fleet").unstarted(task));
        thread.allowCoreThreadTimeOut(true);
        return start(connection, caller, ticker, thread);
    }

    /// Starts to watch the fleet on somebody else's executor.
    public static LiveFleetModel start(
            Connection connection, RpcCaller caller, Ticker ticker, Executor executor) {
        var model = new LiveFleetModel(connection, caller, ticker, executor);
        model.loop.execute(model::begin);
        return model;
    }

    @Override
    public FleetSnapshot snapshot() {
        return publisher.latest();
    }

    @Override
    public Runnable watch(Consumer<FleetSnapshot> listener) {
        loop.execute(() -> publisher.watch(listener));
        return () -> loop.execute(() -> publisher.unwatch(listener));
    }

    @Override
    public void focus(Optional<CollectorId> id) {
        loop.execute(() -> checks.focus(id));
    }

    @Override
    public CompletableFuture<MetricHistory> history(CollectorId id) {
        var answer = new CompletableFuture<MetricHistory>();
        loop.execute(() -> answer.complete(book.history(id)));
        return answer;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            loop.execute(
                    () -> {
                        alarm.cancel();
                        endings.forEach(Runnable::run);
                    });
        }
    }

    private void begin() {
        endings.add(
                connection.subscribe(
                        CollectorTopics.ALL_HEARTBEATS,
                        SubscriptionKind.LISTEN,
                        message -> loop.offer(() -> beat(message))));
        endings.add(
                connection.subscribe(
                        CollectorTopics.ALL_STATE_CHANGES,
                        SubscriptionKind.LISTEN,
                        message -> loop.execute(() -> stateChange(message))));
        // Last, so that nothing that changes after the first listing is missed.
        endings.add(connection.watch(state -> loop.execute(() -> linkIs(state))));
        tickNanos = ticker.nanos() - TICK.toNanos();
        tick();
    }

    /// Lets everything go first that arrived while the loop was busy, so that nobody is blamed for
    /// a beat that lies here unread.
    private void wake() {
        loop.execute(this::tick);
    }

    private void tick() {
        if (closed) {
            return;
        }
        long now = ticker.nanos();
        alarm = ticker.after(TICK, () -> loop.execute(this::wake));
        // Beats that were refused came while we could not keep up, which is as bad as being late.
        long lag = loop.takeRefused() > 0 ? Long.MAX_VALUE : now - tickNanos - TICK.toNanos();
        tickNanos = now;
        var moment = new Moment(now, link.up(), link.upForNanos(now), lag);
        book.advance(moment);
        listings.advance();
        roundTrips.advance(now);
        probes.advance(now);
        checks.advance();
        publisher.advance(moment);
    }

    private void linkIs(ConnectionState state) {
        boolean wasUp = link.up();
        long heard = link.heardNanos();
        link.state(state);
        publisher.touch();
        if (wasUp == link.up()) {
            return;
        }
        if (wasUp) {
            book.linkLost(heard, ticker.nanos());
        }
        listings.linkChanged();
        checks.linkChanged();
        probes.linkChanged();
        listings.advance();
    }

    private void beat(Received message) {
        if (message.body() instanceof HeartbeatData beat
                && saidBy(beat.collectorId(), message.envelope().topic())) {
            long at = arrival(message);
            link.heard(at);
            if (book.beat(beat, message.envelope().sender(), at)) {
                listings.want();
            }
        }
    }

    /// Whether the topic is the collector's own: the broker guards topics, and not what is said in
    /// messages. Compared piece by piece, because building a topic anew costs more than a beat.
    private static boolean saidBy(CollectorId id, Topic topic) {
        var text = topic.text();
        return text.length() == HEARTBEATS.length() + id.text().length()
                && text.startsWith(HEARTBEATS)
                && text.endsWith(id.text());
    }

    private void stateChange(Received message) {
        if (message.body() instanceof StateChange change) {
            long at = arrival(message);
            link.heard(at);
            book.told(change.info(), at);
            if (!listings.agents().contains(change.info().agentId())) {
                listings.want();
            }
        }
    }

    private void wantCheck(CollectorRecord record) {
        checks.want(record);
    }

    private long arrival(Received message) {
        return Math.min(message.receivedNanos(), ticker.nanos());
    }
}
