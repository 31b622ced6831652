package daemoneye.rpc.collector.scripted;

import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.connection.Received;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.MessageBody;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.bus.Exchange;
import daemoneye.rpc.transport.bus.ReplyListener;
import daemoneye.rpc.transport.bus.RoundTrip;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A real connection on which nothing is published while the script says silent.
final class FaultyConnection implements Connection {
    private final Connection real;
    private final Supplier<Script> script;

    FaultyConnection(Connection real, Supplier<Script> script) {
        this.real = real;
        this.script = script;
    }

    @Override
    public boolean publish(
            Topic topic, MessageType type, CorrelationMetadata correlation, MessageBody body) {
        return !script.get().isSilent() && real.publish(topic, type, correlation, body);
    }

    @Override
    public ClientIdentity identity() {
        return real.identity();
    }

    @Override
    public ConnectionState state() {
        return real.state();
    }

    @Override
    public Runnable watch(Consumer<ConnectionState> listener) {
        return real.watch(listener);
    }

    @Override
    public CompletableFuture<ConnectionState.Connected> connected(Duration patience) {
        return real.connected(patience);
    }

    @Override
    public Runnable subscribe(
            TopicPattern pattern, SubscriptionKind kind, Consumer<Received> listener) {
        return real.subscribe(pattern, kind, listener);
    }

    @Override
    public Exchange request(
            Topic topic,
            CorrelationMetadata correlation,
            MessageBody body,
            Duration remaining,
            boolean everyone,
            ReplyListener replies) {
        return real.request(topic, correlation, body, remaining, everyone, replies);
    }

    @Override
    public CompletableFuture<RoundTrip> ping() {
        return real.ping();
    }

    @Override
    public void close() {
        real.close();
    }
}
