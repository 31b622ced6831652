package daemoneye.rpc.broker.routing;

import daemoneye.rpc.transport.bus.SubscriptionKind;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Everybody whom a topic concerns, oldest subscription first.
///
/// @param topic as text, checked
/// @param listeners of published messages
/// @param responders to requests
/// @param standIns for requests that have no responder
public record Audience(
        String topic,
        List<Subscriber> listeners,
        List<Subscriber> responders,
        List<Subscriber> standIns) {
    public Audience {
        listeners = List.copyOf(listeners);
        responders = List.copyOf(responders);
        standIns = List.copyOf(standIns);
    }

    static Audience of(String topic, Stream<Subscriber> concerned) {
        var inOrder = concerned.sorted(Comparator.comparingLong(Subscriber::order)).toList();
        return new Audience(
                topic,
                ofKind(inOrder, SubscriptionKind.LISTEN),
                ofKind(inOrder, SubscriptionKind.ANSWER),
                ofKind(inOrder, SubscriptionKind.STAND_IN));
    }

    /// Who gets a request: every responder, or the oldest one, or in its absence the oldest
    /// stand-in.
    public List<Subscriber> toAsk(boolean everyone) {
        if (everyone || responders.size() == 1) {
            return responders;
        }
        var candidates = responders.isEmpty() ? standIns : responders;
        return candidates.isEmpty() ? candidates : candidates.subList(0, 1);
    }

    private static List<Subscriber> ofKind(List<Subscriber> all, SubscriptionKind kind) {
        return all.stream().filter(each -> each.kind() == kind).toList();
    }
}
