package daemoneye.rpc.client.connection;

import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.Bus;
import daemoneye.rpc.transport.bus.Delivery;
import daemoneye.rpc.transport.bus.Subscription;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A subscription as its owner sees it: one, however often the link breaks. Renewed and ended on
/// the connection's [SerialTasks]; deliveries come on the wire's loop.
final class StandingSubscription {
    private static final Logger log = LoggerFactory.getLogger(StandingSubscription.class);
    private final TopicPattern pattern;
    private final SubscriptionKind kind;
    private final Consumer<Received> listener;
    private final BodyReader bodies;
    private volatile boolean wanted = true;
    private @Nullable Subscription live;

    StandingSubscription(
            TopicPattern pattern,
            SubscriptionKind kind,
            Consumer<Received> listener,
            BodyReader bodies) {
        this.pattern = pattern;
        this.kind = kind;
        this.listener = listener;
        this.bodies = bodies;
    }

    /// Asks `bus` for it.
    ///
    /// @return complete, never exceptionally, when the broker has said yes or no; a no is logged
    CompletableFuture<Void> renewOn(Bus bus, SerialTasks tasks) {
        live = null;
        return bus.subscribe(pattern, kind, this::deliver)
                .thenAccept(granted -> tasks.run(() -> keep(granted)))
                .exceptionally(this::refused);
    }

    /// No more messages, from this call on. Safe from any thread.
    void mute() {
        wanted = false;
    }

    /// Tells the broker too.
    void end() {
        mute();
        if (live != null) {
            live.close();
            live = null;
        }
    }

    private void keep(Subscription granted) {
        if (wanted) {
            live = granted;
        } else {
            granted.close();
        }
    }

    private @Nullable Void refused(Throwable fault) {
        log.warn("The subscription to {} was refused: {}", pattern, Faults.sentence(fault));
        return null;
    }

    /// A loop top: the wire must outlive a faulty listener.
    private void deliver(Delivery delivery) {
        if (!wanted) {
            return;
        }
        try {
            bodies.read(delivery).ifPresent(listener);
        } catch (RuntimeException fault) {
            log.error("The listener for {} failed.", pattern, fault);
        }
    }
}
