package daemoneye.rpc.client.fleet.live;

import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.connection.Received;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.Envelope;
import daemoneye.rpc.protocol.message.MessageBody;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.bus.Exchange;
import daemoneye.rpc.transport.bus.ReplyListener;
import daemoneye.rpc.transport.bus.RoundTrip;
import daemoneye.rpc.transport.bus.SubscriptionKind;
import daemoneye.rpc.transport.bus.Welcome;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A link that is up, down or silently dead as a test wants it.
final class FakeConnection implements Connection {
    private static final byte[] NO_BYTES = {};

    private final FakeTicker ticker;
    private final Map<Object, Consumer<ConnectionState>> watchers = new LinkedHashMap<>();
    private final Map<TopicPattern, Consumer<Received>> listeners = new LinkedHashMap<>();
    private ConnectionState state = new ConnectionState.Reconnecting(0, Duration.ZERO, "");
    private boolean dead;
    private int pings;

    FakeConnection(FakeTicker ticker) {
        this.ticker = ticker;
    }

    void connect() {
        dead = false;
        become(
                new ConnectionState.Connected(
                        new Welcome("broker", "1", 1, 1, 1 << 20, 1), ticker.now()));
    }

    void lose() {
        become(new ConnectionState.Reconnecting(1, Duration.ofMillis(250), "connection reset"));
    }

    /// Nothing comes any more, and nobody has noticed yet.
    void goSilent() {
        dead = true;
    }

    void deliver(TopicPattern pattern, Topic topic, MessageBody body, String sender) {
        deliverLate(pattern, topic, body, sender, ticker.nanos());
    }

    void deliverLate(
            TopicPattern pattern,
            Topic topic,
            MessageBody body,
            String sender,
            long receivedNanos) {
        var envelope =
                new Envelope(
                        topic,
                        CorrelationMetadata.none(),
                        sender,
                        MessageType.HEARTBEAT,
                        ticker.now(),
                        NO_BYTES);
        Optional.ofNullable(listeners.get(pattern))
                .ifPresent(
                        listener ->
                                listener.accept(
                                        new Received(
                                                envelope,
                                                body,
                                                receivedNanos,
                                                Duration.ZERO,
                                                Optional.empty())));
    }

    int pings() {
        return pings;
    }

    /// Watchers and subscriptions that were not ended.
    int openEnds() {
        return watchers.size() + listeners.size();
    }

    private void become(ConnectionState newState) {
        state = newState;
        watchers.values().forEach(watcher -> watcher.accept(newState));
    }

    @Override
    public ClientIdentity identity() {
        return new ClientIdentity("console@test", "console", "1", 1);
    }

    @Override
    public ConnectionState state() {
        return state;
    }

    @Override
    public Runnable watch(Consumer<ConnectionState> listener) {
        var key = new Object();
        watchers.put(key, listener);
        listener.accept(state);
        return () -> watchers.remove(key);
    }

    @Override
    public CompletableFuture<ConnectionState.Connected> connected(Duration patience) {
        throw new UnsupportedOperationException("the fleet model never waits");
    }

    @Override
    public Runnable subscribe(
            TopicPattern pattern, SubscriptionKind kind, Consumer<Received> listener) {
        listeners.put(pattern, listener);
        return () -> listeners.remove(pattern);
    }

    @Override
    public boolean publish(
            Topic topic, MessageType type, CorrelationMetadata correlation, MessageBody body) {
        throw new UnsupportedOperationException("the fleet model publishes nothing");
    }

    @Override
    public Exchange request(
            Topic topic,
            CorrelationMetadata correlation,
            MessageBody body,
            Duration remaining,
            boolean everyone,
            ReplyListener replies) {
        throw new UnsupportedOperationException("the fleet model calls through the RpcCaller");
    }

    @Override
    public CompletableFuture<RoundTrip> ping() {
        pings++;
        if (dead) {
            return new CompletableFuture<>();
        }
        return state instanceof ConnectionState.Connected
                ? CompletableFuture.completedFuture(
                        new RoundTrip(Duration.ofMillis(2), Duration.ofMillis(-7)))
                : CompletableFuture.failedFuture(new IllegalStateException("no link"));
    }

    @Override
    public void close() {
        become(new ConnectionState.Closed("closed"));
    }
}
