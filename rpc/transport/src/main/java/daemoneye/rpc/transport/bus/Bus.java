package daemoneye.rpc.transport.bus;

import daemoneye.rpc.protocol.message.Envelope;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.wire.CloseReason;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// One session with a broker, of whatever kind: messages go out and come in, none of them decoded.
/// It ends once, and is never revived; reconnecting is the business of those who use it.
///
/// Safe from any thread; nothing blocks. Listeners are called on the wire's loop thread and must
/// not block either.
public interface Bus extends AutoCloseable {
    /// What the broker said when it welcomed us.
    Welcome welcome();

    /// Asks for messages.
    ///
    /// @return the subscription once the broker has it, or [BusRefusal]
    CompletableFuture<Subscription> subscribe(
            TopicPattern pattern, SubscriptionKind kind, DeliveryListener listener);

    /// Sends to all listeners of the topic. Says nothing about arrival.
    void publish(Envelope message);

    /// Sends to one responder of the topic, or to all of them if `everyone`.
    ///
    /// @param remaining time left; replies later than that are dropped by the broker and here
    /// @param replies told of every reply and of the end, exactly one end per request
    /// @return stop waiting (the responder is not told)
    Exchange request(Envelope message, Duration remaining, boolean everyone, ReplyListener replies);

    /// Measures the round trip and the difference of the wall clocks.
    CompletableFuture<RoundTrip> ping();

    /// Completes, never exceptionally, when the session has ended for whatever reason.
    CompletableFuture<CloseReason> closed();

    /// Says good-bye. Requests in flight end as lost.
    @Override
    void close();
}
