package daemoneye.rpc.protocol.payload;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.operation.CollectorOperation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The answer to GetCapabilities, and part of a registration.
///
/// @param eventTypes e.g. `process`
/// @param platformSupport e.g. `linux`
/// @param features by name, whether this process has them
public record CapabilitiesData(
        CollectorId collectorId,
        List<String> eventTypes,
        List<CollectorOperation> operations,
        ResourceRequirements resourceRequirements,
        List<String> platformSupport,
        Map<String, Boolean> features)
        implements RpcPayload {
    public CapabilitiesData {
        eventTypes = List.copyOf(eventTypes);
        operations = List.copyOf(operations);
        platformSupport = List.copyOf(platformSupport);
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
    }
}
