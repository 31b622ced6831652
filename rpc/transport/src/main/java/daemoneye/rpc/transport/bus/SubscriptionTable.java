package daemoneye.rpc.transport.bus;

import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.body.RefusalBody;
import daemoneye.rpc.transport.frame.FrameHeader;
import daemoneye.rpc.transport.pending.NumberMap;

import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

/// The subscriptions of a session: asked for, by request number; in force, by route number. For the
/// loop thread.
final class SubscriptionTable {
    private final NumberMap<Asked> asked = new NumberMap<>();
    private final NumberMap<FrameSubscription> inForce = new NumberMap<>();
    private final IntConsumer unsubscribe;

    /// @param unsubscribe tells the broker that a route is not wanted any more; safe from any
    /// thread
    SubscriptionTable(IntConsumer unsubscribe) {
        this.unsubscribe = unsubscribe;
    }

    void ask(long number, Asked question) {
        asked.put(number, question);
    }

    /// SUBSCRIBED arrived. The route is in force before anybody hears of it, because messages may
    /// follow in the same read.
    void granted(FrameHeader header) {
        asked.remove(header.request())
                .ifPresent(
                        question -> {
                            int route = header.route();
                            var granted =
                                    new FrameSubscription(
                                            question.pattern,
                                            question.kind,
                                            question.listener,
                                            () -> unsubscribe.accept(route));
                            inForce.put(route, granted);
                            question.result.complete(granted);
                        });
    }

    /// REFUSED arrived.
    void refused(long number, RefusalBody why) {
        asked.remove(number)
                .ifPresent(
                        question ->
                                question.result.completeExceptionally(
                                        new BusRefusal(why.code(), why.sentence())));
    }

    /// The subscription with this route; empty if it was closed while the message was under way.
    Optional<FrameSubscription> at(int route) {
        return inForce.get(route);
    }

    void remove(int route) {
        inForce.remove(route);
    }

    /// The session is over.
    void endAll(BusRefusal why) {
        inForce.clear();
        var all = new ArrayList<Asked>(asked.size());
        asked.forEach((_, question) -> all.add(question));
        asked.clear();
        all.forEach(question -> question.result.completeExceptionally(why));
    }

    /// A subscription that the broker has not answered yet.
    record Asked(
            TopicPattern pattern,
            SubscriptionKind kind,
            DeliveryListener listener,
            CompletableFuture<Subscription> result) {}
}
