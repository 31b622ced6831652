package daemoneye.rpc.transport.bus;

import daemoneye.rpc.protocol.topic.TopicPattern;

/// Messages keep coming until this is closed or the session ends.
public interface Subscription extends AutoCloseable {
    TopicPattern pattern();

    SubscriptionKind kind();

    /// No more messages, from this call on. Idempotent.
    @Override
    void close();
}
