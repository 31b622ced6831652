package daemoneye.rpc.agent.registry;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.payload.ResourceLimits;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// One entry of a [ProcessFile], to and from JSON.
final class ProcessEntry {
    private static final int MAX_TYPE = 64;

    private ProcessEntry() {}

    static Map<String, Object> of(LeftBehind process) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("collector_id", process.id().text());
        entry.put("collector_type", process.type());
        entry.put("pid", process.pid());
        entry.put("incarnation", process.incarnation().value());
        entry.put("started", process.startMark());
        entry.put("ours", process.ours());
        entry.put("outlives_agents", process.outlivesAgents());
        entry.put("environment", process.environment());
        entry.put("limits", process.limits().map(ProcessEntry::of).orElse(Map.of()));
        return entry;
    }

    private static Map<String, Object> of(ResourceLimits limits) {
        var entry = new LinkedHashMap<String, Object>();
        limits.maxMemoryBytes().ifPresent(most -> entry.put("max_memory_bytes", most));
        limits.maxCpuPercent().ifPresent(most -> entry.put("max_cpu_percent", most));
        limits.maxOpenFiles().ifPresent(most -> entry.put("max_open_files", most));
        return entry;
    }

    /// @throws IllegalArgumentException if it is none
    static LeftBehind read(JsonNode entry) {
        var type = text(entry, "collector_type");
        if (type.length() > MAX_TYPE) {
            throw new IllegalArgumentException("a collector_type in it is too long");
        }
        var environment = new LinkedHashMap<String, String>();
        entry.path("environment")
                .properties()
                .forEach(each -> environment.put(each.getKey(), each.getValue().stringValue("")));
        return new LeftBehind(
                new CollectorId(text(entry, "collector_id")),
                type,
                number(entry, "pid"),
                new Incarnation(number(entry, "incarnation")),
                text(entry, "started"),
                entry.path("ours").booleanValue(true),
                entry.path("outlives_agents").booleanValue(false),
                environment,
                limits(entry.path("limits")));
    }

    private static Optional<ResourceLimits> limits(JsonNode entry) {
        var limits =
                new ResourceLimits(
                        whole(entry.path("max_memory_bytes")),
                        entry.path("max_cpu_percent").isNumber()
                                ? OptionalDouble.of(entry.path("max_cpu_percent").doubleValue())
                                : OptionalDouble.empty(),
                        whole(entry.path("max_open_files")));
        boolean none =
                limits.maxMemoryBytes().isEmpty()
                        && limits.maxCpuPercent().isEmpty()
                        && limits.maxOpenFiles().isEmpty();
        return none ? Optional.empty() : Optional.of(limits);
    }

    private static OptionalLong whole(JsonNode value) {
        return value.canConvertToLong() && value.isIntegralNumber()
                ? OptionalLong.of(value.longValue())
                : OptionalLong.empty();
    }

    private static long number(JsonNode entry, String name) {
        return whole(entry.path(name))
                .orElseThrow(() -> new IllegalArgumentException("a %s is missing".formatted(name)));
    }

    private static String text(JsonNode entry, String name) {
        return entry.path(name)
                .stringValueOpt()
                .orElseThrow(() -> new IllegalArgumentException("a %s is missing".formatted(name)));
    }
}
