package daemoneye.rpc.collector.gather;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one look found; immutable.
///
/// @param metrics by name, unit in the name's last word
/// @param details lists too long for metrics, e.g. the top ten processes
/// @param omitted events beyond the bound of one scan
/// @param errors reads that failed
public record Scan(
        List<ComponentReport> components,
        Map<String, Double> metrics,
        Map<String, ConfigValue> details,
        List<Observation> events,
        int omitted,
        int errors) {
    public Scan {
        components = List.copyOf(components);
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        details = ConfigValue.copy(details);
        events = List.copyOf(events);
    }
}
