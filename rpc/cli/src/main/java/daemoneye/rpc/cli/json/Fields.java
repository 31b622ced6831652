package daemoneye.rpc.cli.json;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// A JSON object under construction; fields keep the order in which they came.
public final class Fields {
    private final Map<String, ConfigValue> fields = new LinkedHashMap<>();

    /// @param value anything that [RecordJson] knows
    public Fields with(String name, Object value) {
        fields.put(name, RecordJson.of(value));
        return this;
    }

    /// Milliseconds with three places: below that is noise.
    public Fields millis(String name, Duration time) {
        return with(name, Math.round(time.toNanos() / 1e3) / 1e3);
    }

    /// All fields of an object.
    public Fields all(ConfigValue.Table object) {
        fields.putAll(object.entries());
        return this;
    }

    public ConfigValue.Table object() {
        return new ConfigValue.Table(fields);
    }
}
