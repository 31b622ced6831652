package daemoneye.rpc.collector.gather;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.Map;

/// Something a gatherer saw, before it gets a number and a time: the seed of a
/// [daemoneye.rpc.protocol.message.CollectorEvent].
///
/// @param kind first part of its type and topic, e.g. `process`
/// @param what second part, e.g. `new`
public record Observation(String kind, String what, Map<String, ConfigValue> fields) {
    public Observation {
        fields = ConfigValue.copy(fields);
    }

    /// E.g. `process.new`.
    public String type() {
        return kind + "." + what;
    }
}
