package daemoneye.rpc.protocol.payload;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What UpdateConfig carries.
///
/// @param configChanges new values by name; `nothing` goes back to the usual value
/// @param validateOnly change nothing, whatever the other flags say
/// @param restartRequired restart the collector to apply settings that need it
/// @param rollbackOnFailure go back to the version before if applying fails
/// @param expectedVersion refuse if the configuration has another version by now
/// @param rollbackTo take the values of that version; `configChanges` is empty then
public record ConfigUpdateRequest(
        CollectorId collectorId,
        Map<String, ConfigValue> configChanges,
        boolean validateOnly,
        boolean restartRequired,
        boolean rollbackOnFailure,
        OptionalLong expectedVersion,
        Optional<String> reason,
        OptionalLong rollbackTo)
        implements RpcPayload {
    public ConfigUpdateRequest {
        configChanges = ConfigValue.copy(configChanges);
    }

    /// Changes of values, not a way back to a version.
    public ConfigUpdateRequest(
            CollectorId collectorId,
            Map<String, ConfigValue> configChanges,
            boolean validateOnly,
            boolean restartRequired,
            boolean rollbackOnFailure,
            OptionalLong expectedVersion,
            Optional<String> reason) {
        this(
                collectorId,
                configChanges,
                validateOnly,
                restartRequired,
                rollbackOnFailure,
                expectedVersion,
                reason,
                OptionalLong.empty());
    }

    /// Applies `changes` now, without a restart, and goes back by itself if that fails.
    public static ConfigUpdateRequest of(CollectorId id, Map<String, ConfigValue> changes) {
        return new ConfigUpdateRequest(
                id, changes, false, false, true, OptionalLong.empty(), Optional.empty());
    }

    /// Takes the values of `version` again, restarting if that is needed.
    public static ConfigUpdateRequest backTo(CollectorId id, long version) {
        return new ConfigUpdateRequest(
                id,
                Map.of(),
                false,
                true,
                true,
                OptionalLong.empty(),
                Optional.empty(),
                OptionalLong.of(version));
    }
}
