package daemoneye.rpc.protocol.payload;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.Map;

/// What ExecuteTask carries.
///
/// @param taskType e.g. `scan-now`
public record TaskRequest(
        CollectorId collectorId, String taskType, Map<String, ConfigValue> parameters)
        implements RpcPayload {
    public TaskRequest {
        parameters = ConfigValue.copy(parameters);
    }
}
