package daemoneye.rpc.broker.routing;

import daemoneye.rpc.broker.session.Session;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// All subscriptions, and whom a topic concerns. Exact patterns are found by hash; wildcards are
/// matched when a topic is first seen, and the result is remembered until a subscription that
/// concerns it comes or goes. For the loop thread.
public final class Subscriptions {
    /// Topics remembered at most: 1,000 collectors with about ten topics each. Beyond that the
    /// topic seen first is forgotten, and resolved again when it comes back.
    public static final int REMEMBERED_TOPICS = 16_384;

    private final Map<String, List<Subscriber>> exact = new HashMap<>();
    private final List<Subscriber> wildcards = new ArrayList<>();
    private final Map<Session, Map<Integer, Subscriber>> bySession = new HashMap<>();
    private final Map<String, Audience> remembered = new LinkedHashMap<>();
    private long lastOrder;

    /// Adds a subscription.
    public Subscriber add(Session session, TopicPattern pattern, SubscriptionKind kind) {
        var added = new Subscriber(session, session.nextRoute(), pattern, kind, ++lastOrder);
        bySession.computeIfAbsent(session, _ -> new HashMap<>()).put(added.route(), added);
        if (pattern.isExact()) {
            exact.computeIfAbsent(pattern.text(), _ -> new ArrayList<>(1)).add(added);
        } else {
            wildcards.add(added);
        }
        forget(pattern);
        return added;
    }

    /// Removes one subscription.
    ///
    /// @return whether the session had it
    public boolean remove(Session session, int route) {
        var removed =
                Optional.ofNullable(bySession.get(session))
                        .flatMap(routes -> Optional.ofNullable(routes.remove(route)));
        removed.ifPresent(this::detach);
        return removed.isPresent();
    }

    /// Removes all subscriptions of a session.
    ///
    /// @return how many there were
    public int removeAll(Session session) {
        var routes = bySession.remove(session);
        if (routes == null) {
            return 0;
        }
        routes.values().forEach(this::detach);
        return routes.size();
    }

    /// How many subscriptions a session has.
    public int count(Session session) {
        return Optional.ofNullable(bySession.get(session)).map(Map::size).orElse(0);
    }

    /// Whom a message to this topic concerns.
    ///
    /// @throws IllegalArgumentException with a sentence, if `topic` is none
    public Audience audience(String topic) {
        var known = remembered.get(topic);
        if (known != null) {
            return known;
        }
        var resolved = resolve(new Topic(topic));
        remember(resolved);
        return resolved;
    }

    /// How many topics are remembered.
    int rememberedTopics() {
        return remembered.size();
    }

    private Audience resolve(Topic topic) {
        var direct = exact.getOrDefault(topic.text(), List.of());
        var wild = wildcards.stream().filter(each -> each.pattern().matches(topic));
        return Audience.of(topic.text(), Stream.concat(direct.stream(), wild));
    }

    private void remember(Audience audience) {
        if (remembered.size() >= REMEMBERED_TOPICS) {
            Iterator<String> oldest = remembered.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        remembered.put(audience.topic(), audience);
    }

    private void detach(Subscriber leaving) {
        var text = leaving.pattern().text();
        if (leaving.pattern().isExact()) {
            var sharing = exact.getOrDefault(text, List.of());
            sharing.remove(leaving);
            if (sharing.isEmpty()) {
                exact.remove(text);
            }
        } else {
            wildcards.remove(leaving);
        }
        forget(leaving.pattern());
    }

    private void forget(TopicPattern pattern) {
        if (pattern.isExact()) {
            remembered.remove(pattern.text());
        } else {
            remembered.clear();
        }
    }
}
