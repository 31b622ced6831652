package daemoneye.rpc.protocol.payload;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.Map;

/// Values by name, for answers that need no type of their own.
public record GenericPayload(Map<String, ConfigValue> values) implements RpcPayload {
    public GenericPayload {
        values = ConfigValue.copy(values);
    }
}
