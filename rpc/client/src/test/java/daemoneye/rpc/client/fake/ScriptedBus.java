package daemoneye.rpc.client.fake;

import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.Envelope;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.Bus;
import daemoneye.rpc.transport.bus.BusRefusal;
import daemoneye.rpc.transport.bus.Delivery;
import daemoneye.rpc.transport.bus.DeliveryListener;
import daemoneye.rpc.transport.bus.Exchange;
import daemoneye.rpc.transport.bus.ExchangeEnd;
import daemoneye.rpc.transport.bus.ReplyListener;
import daemoneye.rpc.transport.bus.ReplyRoute;
import daemoneye.rpc.transport.bus.RoundTrip;
import daemoneye.rpc.transport.bus.Subscription;
import daemoneye.rpc.transport.bus.SubscriptionKind;
import daemoneye.rpc.transport.bus.Welcome;
import daemoneye.rpc.transport.wire.CloseReason;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A session that does what the test says, on the test's thread. Subscriptions are granted at once
/// unless [#holdSubscriptions()] was called.
public final class ScriptedBus implements Bus {
    /// A subscription that somebody asked for.
    public static final class Asked implements Subscription {
        private final TopicPattern pattern;
        private final SubscriptionKind kind;
        private final DeliveryListener listener;
        private final CompletableFuture<Subscription> answer = new CompletableFuture<>();
        private boolean ended;

        private Asked(TopicPattern pattern, SubscriptionKind kind, DeliveryListener listener) {
            this.pattern = pattern;
            this.kind = kind;
            this.listener = listener;
        }

        public void grant() {
            answer.complete(this);
        }

        public void refuse(String sentence) {
            answer.completeExceptionally(new BusRefusal("permission", sentence));
        }

        public boolean ended() {
            return ended;
        }

        @Override
        public TopicPattern pattern() {
            return pattern;
        }

        @Override
        public SubscriptionKind kind() {
            return kind;
        }

        @Override
        public void close() {
            ended = true;
        }
    }

    /// A request that somebody sent.
    public static final class Sent implements Exchange {
        public final Envelope message;
        public final Duration remaining;
        public final boolean everyone;
        public final ReplyListener replies;
        private boolean abandoned;

        private Sent(Envelope message, Duration remaining, boolean everyone, ReplyListener to) {
            this.message = message;
            this.remaining = remaining;
            this.everyone = everyone;
            this.replies = to;
        }

        public boolean abandoned() {
            return abandoned;
        }

        @Override
        public void abandon() {
            abandoned = true;
        }
    }

    public final List<Asked> asked = new ArrayList<>();
    public final List<Sent> sent = new ArrayList<>();
    public final List<Envelope> published = new ArrayList<>();
    private final CompletableFuture<CloseReason> closed = new CompletableFuture<>();
    private boolean holding;
    private boolean muffled;

    public void holdSubscriptions() {
        holding = true;
    }

    /// Pings get no answer any more.
    public void muffle() {
        muffled = true;
    }

    /// The patterns asked for, in order.
    public List<String> patterns() {
        return asked.stream().map(each -> each.pattern().text()).toList();
    }

    /// The newest request.
    public Sent lastSent() {
        return sent.getLast();
    }

    /// The link breaks.
    public void breakOff(String sentence) {
        end(CloseReason.broken("reset", sentence));
    }

    public void deliver(Topic topic, byte[] payload) {
        deliver(topic, "", payload, Duration.ZERO, Optional.empty());
    }

    public void deliver(
            Topic topic,
            String correlationId,
            byte[] payload,
            Duration remaining,
            Optional<ReplyRoute> route) {
        deliver(topic, correlationId, "console@host#7/agent", payload, remaining, route);
    }

    /// @param sender as the broker stamps it
    public void deliver(
            Topic topic,
            String correlationId,
            String sender,
            byte[] payload,
            Duration remaining,
            Optional<ReplyRoute> route) {
        var message =
                new Envelope(
                        topic,
                        CorrelationMetadata.of(correlationId),
                        sender,
                        MessageType.CONTROL,
                        Instant.EPOCH,
                        payload);
        for (var each : List.copyOf(asked)) {
            if (!each.ended() && each.pattern().matches(topic)) {
                each.listener.onDelivery(new Delivery(message, remaining, route));
            }
        }
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    @Override
    public Welcome welcome() {
        return new Welcome("scripted", "1", 1, 1, 1 << 20, 1);
    }

    @Override
    public CompletableFuture<Subscription> subscribe(
            TopicPattern pattern, SubscriptionKind kind, DeliveryListener listener) {
        var one = new Asked(pattern, kind, listener);
        asked.add(one);
        if (!holding) {
            one.grant();
        }
        return one.answer;
    }

    @Override
    public void publish(Envelope message) {
        published.add(message);
    }

    @Override
    public Exchange request(
            Envelope message, Duration remaining, boolean everyone, ReplyListener replies) {
        var one = new Sent(message, remaining, everyone, replies);
        sent.add(one);
        return one;
    }

    @Override
    public CompletableFuture<RoundTrip> ping() {
        if (muffled) {
            return new CompletableFuture<>();
        }
        return CompletableFuture.completedFuture(
                new RoundTrip(Duration.ofMillis(1), Duration.ZERO));
    }

    @Override
    public CompletableFuture<CloseReason> closed() {
        return closed;
    }

    @Override
    public void close() {
        end(CloseReason.bye("good-bye"));
    }

    private void end(CloseReason reason) {
        if (!closed.isDone()) {
            List.copyOf(sent).stream()
                    .filter(each -> !each.abandoned)
                    .forEach(each -> each.replies.onEnd(ExchangeEnd.LINK_LOST));
            closed.complete(reason);
        }
    }
}
