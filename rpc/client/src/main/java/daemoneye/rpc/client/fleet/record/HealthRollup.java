package daemoneye.rpc.client.fleet.record;

import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.ComponentHealth;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.LastExit;

import java.time.Instant;
import java.util.Optional;

/// Sums health up: the worst of all that is known, with the culprit named.
final class HealthRollup {
    private HealthRollup() {}

    /// What a beat says. It names no culprit; the health check that follows a change does.
    static HealthVerdict ofBeat(HealthStatus status) {
        return switch (status) {
            case HEALTHY -> new HealthVerdict(status, Optional.empty());
            case DEGRADED, UNHEALTHY, UNRESPONSIVE, UNKNOWN ->
                    new HealthVerdict(status, "its heartbeat says " + status.wireName());
        };
    }

    /// What an answered health check says.
    ///
    /// @param answeredAt by the collector's clock: components are as old as they were then, and not
    ///     staler only because we did not ask again
    static HealthVerdict ofCheck(HealthCheckData check, Instant answeredAt) {
        var worst = new HealthVerdict(HealthStatus.HEALTHY, Optional.empty());
        for (var component : check.components().values()) {
            worst = worst.worst(ofComponent(component, answeredAt));
        }
        return worst.worst(
                new HealthVerdict(
                        check.status(), "its health check says " + check.status().wireName()));
    }

    /// It beats, but health checks fail.
    static HealthVerdict checksFail(String why) {
        return new HealthVerdict(HealthStatus.UNKNOWN, "health checks fail: " + why);
    }

    /// Two processes under one id.
    static HealthVerdict conflict(String who) {
        return new HealthVerdict(HealthStatus.DEGRADED, "two processes beat under this id: " + who);
    }

    static HealthVerdict unresponsive(String why) {
        return new HealthVerdict(
                HealthStatus.UNRESPONSIVE, "no heartbeat, and two health checks failed: " + why);
    }

    static HealthVerdict noNews() {
        return new HealthVerdict(HealthStatus.UNKNOWN, "no heartbeat yet");
    }

    /// Without a process there is no health, but there may be a reason for that.
    static HealthVerdict gone(CollectorInfo info) {
        var reason =
                info.stateReason()
                        .or(() -> info.lastExit().map(LastExit::summary))
                        .orElseGet(() -> "the process is " + info.state().wireName());
        return new HealthVerdict(HealthStatus.UNKNOWN, reason);
    }

    private static HealthVerdict ofComponent(ComponentHealth component, Instant answeredAt) {
        var believed = component.believedAt(answeredAt);
        if (believed == HealthStatus.HEALTHY) {
            return new HealthVerdict(believed, Optional.empty());
        }
        boolean stale = believed != component.status();
        var why =
                stale
                        ? "not checked for more than %d s"
                                .formatted(2 * component.checkIntervalSeconds())
                        : component.message().orElseGet(believed::wireName);
        return new HealthVerdict(believed, component.name() + ": " + why);
    }
}
