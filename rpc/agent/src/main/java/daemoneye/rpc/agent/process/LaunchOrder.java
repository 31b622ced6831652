package daemoneye.rpc.agent.process;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.payload.ResourceLimits;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One life of a collector, about to begin.
///
/// @param type e.g. `process-monitor`
/// @param config settings that replace the stored ones; empty for none
/// @param environment checked by [ChildEnvironment#fault] before; empty for none
public record LaunchOrder(
        CollectorId id,
        String type,
        Incarnation incarnation,
        Map<String, ConfigValue> config,
        Map<String, String> environment,
        Optional<ResourceLimits> limits) {
    public LaunchOrder {
        config = ConfigValue.copy(config);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    }
}
