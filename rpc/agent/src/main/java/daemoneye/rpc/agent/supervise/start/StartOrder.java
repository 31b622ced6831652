package daemoneye.rpc.agent.supervise.start;

import daemoneye.rpc.agent.process.LaunchOrder;
import daemoneye.rpc.agent.supervise.CollectorSpec;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.payload.ResourceLimits;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// How a collector is to be started.
///
/// @param timeout until it is registered and has beaten once
/// @param only act only if this was its last life
/// @param keep take what is left empty here from the start before: a restart
public record StartOrder(
        Map<String, String> environment,
        Optional<ResourceLimits> limits,
        Duration timeout,
        Optional<Incarnation> only,
        boolean keep) {
    /// The design's `startup_timeout_ms`, unless a request says otherwise.
    public static final Duration TIMEOUT = Duration.ofSeconds(30);

    /// With nothing special.
    public static StartOrder plain() {
        return new StartOrder(Map.of(), Optional.empty(), TIMEOUT, Optional.empty(), false);
    }

    /// As an agent before us started it. Its settings are the stored ones again.
    public static StartOrder asBefore(
            Map<String, String> environment, Optional<ResourceLimits> limits) {
        return new StartOrder(environment, limits, TIMEOUT, Optional.empty(), false);
    }

    public StartOrder completedBy(StartOrder before) {
        if (!keep) {
            return this;
        }
        return new StartOrder(
                environment.isEmpty() ? before.environment : environment,
                limits.or(before::limits),
                timeout,
                only,
                false);
    }

    /// @param config what it is told at its start
    public LaunchOrder launch(
            CollectorSpec spec, Incarnation incarnation, Map<String, ConfigValue> config) {
        return new LaunchOrder(spec.id(), spec.type(), incarnation, config, environment, limits);
    }
}
