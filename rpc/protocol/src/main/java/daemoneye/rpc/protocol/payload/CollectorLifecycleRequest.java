package daemoneye.rpc.protocol.payload;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What Start, Stop, Restart, Pause and Resume carry.
///
/// @param collectorType e.g. `process-monitor`; empty text where the agent knows it
/// @param configOverrides settings that replace the stored ones; empty for none
/// @param environment variables for the new process; empty for none
/// @param startupTimeoutMs until the first heartbeat, milliseconds
/// @param onlyIncarnation act only on this life of the process
/// @param reason why, in the words of the person who wants it
public record CollectorLifecycleRequest(
        CollectorId collectorId,
        String collectorType,
        Map<String, ConfigValue> configOverrides,
        Map<String, String> environment,
        Optional<ResourceLimits> resourceLimits,
        OptionalLong startupTimeoutMs,
        Optional<Incarnation> onlyIncarnation,
        Optional<String> reason)
        implements RpcPayload {
    public CollectorLifecycleRequest {
        configOverrides = ConfigValue.copy(configOverrides);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }

    /// Without a reason.
    public CollectorLifecycleRequest(
            CollectorId collectorId,
            String collectorType,
            Map<String, ConfigValue> configOverrides,
            Map<String, String> environment,
            Optional<ResourceLimits> resourceLimits,
            OptionalLong startupTimeoutMs,
            Optional<Incarnation> onlyIncarnation) {
        this(
                collectorId,
                collectorType,
                configOverrides,
                environment,
                resourceLimits,
                startupTimeoutMs,
                onlyIncarnation,
                Optional.empty());
    }

    /// Only the collector's name: enough for Start, Stop, Restart, Pause and Resume of a collector
    /// that its agent knows.
    public static CollectorLifecycleRequest of(CollectorId id) {
        return new CollectorLifecycleRequest(
                id,
                "",
                Map.of(),
                Map.of(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }

    /// The same, for this reason.
    public CollectorLifecycleRequest because(String why) {
        return new CollectorLifecycleRequest(
                collectorId,
                collectorType,
                configOverrides,
                environment,
                resourceLimits,
                startupTimeoutMs,
                onlyIncarnation,
                Optional.of(why));
    }
}
