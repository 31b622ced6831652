package daemoneye.rpc.broker.access;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one session may do at the broker, by its role and, for collectors, its name. Which
/// operations it may call is for the responder to say: the broker reads no payloads. Immutable.
///
/// | role | listens to | answers | publishes | asks |
/// |---|---|---|---|---|
/// | viewer, operator | `events.#` without `events.audit.#`, beats | – | – | all |
/// | admin | all | outside `control.#` | `events.#` but those of agents | all |
/// | collector | its own | its own in `control.#` | its own beats and events | lifecycle |
/// | agent | all | all | all | all |
public final class Access {
    private static final TopicPattern EVENTS = new TopicPattern("events.#");
    private static final TopicPattern AUDIT = new TopicPattern("events.audit.#");
    private static final TopicPattern BEATS = new TopicPattern("control.health.heartbeat.#");
    private static final TopicPattern CONTROL = new TopicPattern("control.#");
    private static final String EVENT = "events.";
    private static final String OF_AGENTS = "events.collector.";
    private static final String OF_AUDIT = "events.audit.";

    private final Role role;
    private final String name;
    private final List<TopicPattern> ownControl;
    private final Optional<TopicPattern> ownEvents;
    private final String ownBeats;
    private final String ownEnd;

    private Access(Role role, String name, Optional<CollectorId> collector) {
        this.role = role;
        this.name = name;
        ownControl = collector.map(Access::controlOf).orElse(List.of());
        ownEvents = collector.map(id -> new TopicPattern("events.+.+." + id.text()));
        ownBeats = collector.map(id -> CollectorTopics.heartbeat(id).text()).orElse("");
        ownEnd = "." + name;
    }

    /// @param name of the session; a collector's is its id
    /// @throws IllegalArgumentException if a collector's name is no id
    public static Access of(Role role, String name) {
        return new Access(
                role,
                name,
                role == Role.COLLECTOR ? Optional.of(new CollectorId(name)) : Optional.empty());
    }

    public Role role() {
        return role;
    }

    /// As it stands in the stamp.
    public String name() {
        return name;
    }

    /// Why this subscription is not allowed, if it is not: a pattern must lie wholly inside what
    /// the session may see.
    public Optional<String> subscribeFault(TopicPattern pattern, SubscriptionKind kind) {
        return switch (kind) {
            case LISTEN ->
                    mayListen(pattern) ? Optional.empty() : fault("listen to", pattern.text());
            case ANSWER, STAND_IN ->
                    mayAnswer(pattern) ? Optional.empty() : fault("answer", pattern.text());
        };
    }

    /// Why this may not be published, if it may not.
    public Optional<String> publishFault(String topic) {
        return mayPublish(topic) ? Optional.empty() : fault("publish to", topic);
    }

    /// Why nobody may be asked there, if so.
    public Optional<String> requestFault(String topic) {
        return mayAsk(topic) ? Optional.empty() : fault("ask", topic);
    }

    private boolean mayListen(TopicPattern pattern) {
        return switch (role) {
            case AGENT, ADMIN -> true;
            case VIEWER, OPERATOR ->
                    (EVENTS.covers(pattern) || BEATS.covers(pattern)) && !AUDIT.meets(pattern);
            case COLLECTOR ->
                    Stream.concat(ownControl.stream(), ownEvents.stream())
                            .anyMatch(own -> own.covers(pattern));
        };
    }

    private boolean mayAnswer(TopicPattern pattern) {
        return switch (role) {
            case AGENT -> true;
            case ADMIN -> !CONTROL.meets(pattern);
            case COLLECTOR -> ownControl.contains(pattern);
            case VIEWER, OPERATOR -> false;
        };
    }

    private boolean mayPublish(String topic) {
        return switch (role) {
            case AGENT -> true;
            case ADMIN ->
                    topic.startsWith(EVENT)
                            && !topic.startsWith(OF_AGENTS)
                            && !topic.startsWith(OF_AUDIT);
            case COLLECTOR ->
                    topic.equals(ownBeats)
                            || (topic.endsWith(ownEnd)
                                    && topic.startsWith(EVENT)
                                    && !topic.startsWith(OF_AGENTS));
            case VIEWER, OPERATOR -> false;
        };
    }

    private boolean mayAsk(String topic) {
        return role != Role.COLLECTOR || topic.equals(CollectorTopics.LIFECYCLE_BROADCAST.text());
    }

    private Optional<String> fault(String verb, String where) {
        return Optional.of(
                "%s has the role %s, which may not %s %s%s"
                        .formatted(name, role.wireName(), verb, where, advice()));
    }

    private String advice() {
        return switch (role) {
            case COLLECTOR -> ": a collector has topics of its own only";
            case VIEWER, OPERATOR, ADMIN -> ": see the access table of the protocol";
            case AGENT -> "";
        };
    }

    private static List<TopicPattern> controlOf(CollectorId id) {
        return Stream.<Topic>of(
                        CollectorTopics.lifecycle(id),
                        CollectorTopics.config(id),
                        CollectorTopics.task(id),
                        CollectorTopics.heartbeat(id),
                        CollectorTopics.shutdown(id))
                .map(TopicPattern::exactly)
                .toList();
    }
}
