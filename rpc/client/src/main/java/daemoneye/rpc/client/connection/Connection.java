package daemoneye.rpc.client.connection;

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

/// A link to the broker that outlives faults: it reconnects with full jitter (first try within
/// 250 ms, at most 5 s apart) and asks for all its subscriptions again before it calls itself
/// connected.
///
/// Nothing is queued while it is down: messages published then are dropped, requests end at once
/// with `NOT_SENT`. Safe from any thread; nothing blocks. Listeners are called on a loop thread and
/// must not block.
public interface Connection extends AutoCloseable {
    ClientIdentity identity();

    ConnectionState state();

    /// Calls the listener with the state as it is, and with every later one, in order.
    ///
    /// @return stops the calls
    Runnable watch(Consumer<ConnectionState> listener);

    /// Completes at the next moment the link works; exceptionally if it is closed before, or after
    /// `patience` with the last fault as the message.
    CompletableFuture<ConnectionState.Connected> connected(Duration patience);

    /// Asks for messages, now and after every reconnect. Bodies that cannot be decoded are counted
    /// and logged, and never reach the listener.
    ///
    /// @return ends it
    Runnable subscribe(TopicPattern pattern, SubscriptionKind kind, Consumer<Received> listener);

    /// Sends to all listeners of the topic.
    ///
    /// @return false if there is no link, and nothing was sent
    boolean publish(
            Topic topic, MessageType type, CorrelationMetadata correlation, MessageBody body);

    /// Sends a request; see [daemoneye.rpc.client.call.RpcCaller] for the typed form.
    Exchange request(
            Topic topic,
            CorrelationMetadata correlation,
            MessageBody body,
            Duration remaining,
            boolean everyone,
            ReplyListener replies);

    /// Measures the round trip and the clock skew; exceptional while there is no link.
    CompletableFuture<RoundTrip> ping();

    /// Says good-bye and stays closed.
    @Override
    void close();
}
