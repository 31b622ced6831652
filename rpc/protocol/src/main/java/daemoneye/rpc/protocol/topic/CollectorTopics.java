package daemoneye.rpc.protocol.topic;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.RequestId;

import java.util.Optional;
import java.util.Set;

/// Every topic of the design, built from validated parts.
///
/// ```
/// control.collector.{id}             Start Stop Restart Pause Resume GetCapabilities   agent
/// control.collector.config.{id}      UpdateConfig GetConfig                            collector
/// control.collector.task.{id}        ExecuteTask                                       collector
/// control.health.heartbeat.{id}      HealthCheck, and heartbeats                       collector
/// control.shutdown.{id}              GracefulShutdown, ForceShutdown                   both
/// control.collector.lifecycle        Register Deregister ListCollectors                agents
/// control.collector.config           broadcasts                                        agents
/// response.{correlation}             replies, by name
/// events.{kind}.{what}.{id}          what collectors saw
/// events.collector.state.{id}        changes of state, told by agents
/// events.audit.{process}             audit entries, told by whoever wrote them
/// ```
public final class CollectorTopics {
    /// Broadcasts to every agent: Register, Deregister, ListCollectors.
    public static final Topic LIFECYCLE_BROADCAST = Topic.of("control", "collector", "lifecycle");

    /// Broadcasts about configuration.
    public static final Topic CONFIG_BROADCAST = Topic.of("control", "collector", "config");

    /// Heartbeats of every collector.
    public static final TopicPattern ALL_HEARTBEATS =
            new TopicPattern("control.health.heartbeat.+");

    /// State changes of every collector, as agents tell them.
    public static final TopicPattern ALL_STATE_CHANGES =
            new TopicPattern("events.collector.state.+");

    private static final Set<String> ASKED_OF_ONE =
            Set.of(
                    "control.collector",
                    "control.collector.config",
                    "control.collector.task",
                    "control.health.heartbeat",
                    "control.shutdown");
    /// Audit entries of every process, as they are written.
    public static final TopicPattern ALL_AUDIT = new TopicPattern("events.audit.+");

    private CollectorTopics() {}

    /// The one collector that a request to `topic` concerns; empty for all other topics.
    public static Optional<CollectorId> collectorOf(Topic topic) {
        int dot = topic.text().lastIndexOf('.');
        var last = topic.text().substring(dot + 1);
        return dot > 0
                        && ASKED_OF_ONE.contains(topic.text().substring(0, dot))
                        && CollectorId.fault(last).isEmpty()
                ? Optional.of(new CollectorId(last))
                : Optional.empty();
    }

    /// Start, Stop, Restart, Pause, Resume, GetCapabilities.
    public static Topic lifecycle(CollectorId id) {
        return Topic.of("control", "collector", id.text());
    }

    /// UpdateConfig, GetConfig.
    public static Topic config(CollectorId id) {
        return Topic.of("control", "collector", "config", id.text());
    }

    /// ExecuteTask.
    public static Topic task(CollectorId id) {
        return Topic.of("control", "collector", "task", id.text());
    }

    /// HealthCheck calls and the collector's own heartbeats, told apart by message type.
    public static Topic heartbeat(CollectorId id) {
        return Topic.of("control", "health", "heartbeat", id.text());
    }

    /// GracefulShutdown and ForceShutdown.
    public static Topic shutdown(CollectorId id) {
        return Topic.of("control", "shutdown", id.text());
    }

    /// Changes of state of one collector.
    public static Topic stateChange(CollectorId id) {
        return Topic.of("events", "collector", "state", id.text());
    }

    /// Audit entries of one process, agent or collector, as they are written.
    public static Topic audit(CollectorId process) {
        return Topic.of("events", "audit", process.text());
    }

    /// What a collector saw, e.g. `events.process.new.procmond`.
    ///
    /// @throws IllegalArgumentException if `kind` or `what` is no topic segment
    public static Topic event(String kind, String what, CollectorId id) {
        return Topic.of("events", kind, what, id.text());
    }

    /// The name of the route that carries the replies to a request.
    public static Topic response(RequestId id) {
        return Topic.of("response", id.toString());
    }
}
