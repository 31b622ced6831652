package daemoneye.rpc.transport.bus;

import daemoneye.rpc.protocol.topic.TopicPattern;

/// A subscription that the broker knows under a route number.
final class FrameSubscription implements Subscription {
    private final TopicPattern pattern;
    private final SubscriptionKind kind;
    private final DeliveryListener listener;
    private final Runnable onClose;
    private volatile boolean closed;

    /// @param onClose tells the broker; called once at most
    FrameSubscription(
            TopicPattern pattern,
            SubscriptionKind kind,
            DeliveryListener listener,
            Runnable onClose) {
        this.pattern = pattern;
        this.kind = kind;
        this.listener = listener;
        this.onClose = onClose;
    }

    void deliver(Delivery delivery) {
        if (closed) {
            return;
        }
        try {
            listener.onDelivery(delivery);
        } catch (RuntimeException e) {
            LoopInbox.failed(e);
        }
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
        if (!closed) {
            closed = true;
            onClose.run();
        }
    }
}
