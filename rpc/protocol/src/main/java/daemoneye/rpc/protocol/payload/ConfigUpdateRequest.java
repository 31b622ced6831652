package daemoneye.rpc.protocol.payload;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What UpdateConfig carries.
///
/// @param validateOnly change nothing, whatever the other flags say
/// @param restartRequired restart the collector to apply settings that need it
/// @param expectedVersion refuse if the configuration has another version by now
public record ConfigUpdateRequest(
        CollectorId collectorId,
        Map<String, ConfigValue> configChanges,
        boolean validateOnly,
        boolean restartRequired,
        boolean rollbackOnFailure,
        OptionalLong expectedVersion,
        Optional<String> reason)
        implements RpcPayload {
    public ConfigUpdateRequest {
        configChanges = ConfigValue.copy(configChanges);
    }
}
