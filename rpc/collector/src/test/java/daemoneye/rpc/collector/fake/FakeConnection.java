package daemoneye.rpc.collector.fake;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.connection.Connections;
import daemoneye.rpc.client.connection.Received;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.message.MessageBody;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.bus.Exchange;
import daemoneye.rpc.transport.bus.ReplyListener;
import daemoneye.rpc.transport.bus.RoundTrip;
import daemoneye.rpc.transport.bus.SubscriptionKind;
import daemoneye.rpc.transport.bus.Welcome;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A link that is up or down as the test says, and keeps what is published.
public final class FakeConnection implements Connection {
    /// What was published.
    public record Published(Topic topic, MessageType type, MessageBody body) {}

    private final List<Published> published = new ArrayList<>();
    private final List<Consumer<ConnectionState>> listeners = new ArrayList<>();
    private ConnectionState state = new ConnectionState.Reconnecting(0, Duration.ZERO, "");

    public void up() {
        var welcome = new Welcome("broker", "test", 1, 1, 1_048_576, 1);
        change(new ConnectionState.Connected(welcome, Instant.EPOCH));
    }

    public void down(String fault) {
        change(new ConnectionState.Reconnecting(1, Duration.ZERO, fault));
    }

    private void change(ConnectionState next) {
        state = next;
        listeners.forEach(each -> each.accept(next));
    }

    public boolean isClosed() {
        return state instanceof ConnectionState.Closed;
    }

    public List<Published> published() {
        return List.copyOf(published);
    }

    public List<HeartbeatData> beats() {
        return published.stream()
                .filter(each -> each.body() instanceof HeartbeatData)
                .map(each -> (HeartbeatData) each.body())
                .toList();
    }

    @Override
    public ClientIdentity identity() {
        return new ClientIdentity("procmond", "collector", "test", 1);
    }

    @Override
    public ConnectionState state() {
        return state;
    }

    @Override
    public Runnable watch(Consumer<ConnectionState> listener) {
        listeners.add(listener);
        listener.accept(state);
        return () -> listeners.remove(listener);
    }

    @Override
    public CompletableFuture<ConnectionState.Connected> connected(Duration patience) {
        throw new UnsupportedOperationException("a collector that is started does not wait");
    }

    @Override
    public Runnable subscribe(
            TopicPattern pattern, SubscriptionKind kind, Consumer<Received> listener) {
        throw new UnsupportedOperationException("collectors subscribe through their service");
    }

    @Override
    public boolean publish(
            Topic topic, MessageType type, CorrelationMetadata correlation, MessageBody body) {
        boolean up = state instanceof ConnectionState.Connected;
        if (up) {
            // Refuses what cannot be sent, as the real one does.
            assertThat(Connections.codec().encode(body)).isNotEmpty();
            published.add(new Published(topic, type, body));
        }
        return up;
    }

    @Override
    public Exchange request(
            Topic topic,
            CorrelationMetadata correlation,
            MessageBody body,
            Duration remaining,
            boolean everyone,
            ReplyListener replies) {
        throw new UnsupportedOperationException("collectors call through their caller");
    }

    @Override
    public CompletableFuture<RoundTrip> ping() {
        throw new UnsupportedOperationException("collectors do not ping");
    }

    @Override
    public void close() {
        change(new ConnectionState.Closed("closed by the test's collector"));
    }
}
