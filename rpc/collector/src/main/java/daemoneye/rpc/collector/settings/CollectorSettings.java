package daemoneye.rpc.collector.settings;

import daemoneye.rpc.collector.capability.CollectorType;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// All settings of one collector: what it was told, and for the rest what is usual. Immutable and
/// checked, so that reading one never fails.
///
/// @param version of the configuration, as the agent counts; 1 for a collector of its own
/// @param values by name, every setting of the type
public record CollectorSettings(CollectorType type, long version, Map<String, ConfigValue> values) {
    /// May stand in a file beside the settings.
    public static final String VERSION = "config_version";

    public CollectorSettings {
        values = ConfigValue.copy(values);
    }

    /// What is usual.
    public static CollectorSettings usual(CollectorType type) {
        return told(type, Map.of());
    }

    /// What was told, checked against the settings that the type knows.
    ///
    /// @throws IllegalArgumentException with a sentence that names the setting
    public static CollectorSettings told(CollectorType type, Map<String, ConfigValue> told) {
        var known = KnownSettings.of(type);
        var rest = new LinkedHashMap<>(told);
        long version = version(rest.remove(VERSION));
        var values = new LinkedHashMap<String, ConfigValue>();
        for (var setting : known) {
            var given = rest.remove(setting.name());
            var value = given == null ? setting.usual() : given;
            refuse(setting.fault(value).orElse(""));
            values.put(setting.name(), value);
        }
        if (!rest.isEmpty()) {
            refuse(unknown(rest.keySet().iterator().next(), type, known));
        }
        return new CollectorSettings(type, version, values);
    }

    private static long version(@Nullable ConfigValue given) {
        return switch (given) {
            case null -> 1;
            case ConfigValue.Whole(var number) when number > 0 -> number;
            default ->
                    throw new IllegalArgumentException(
                            "config_version is a whole number from 1, not " + given);
        };
    }

    private static String unknown(String name, CollectorType type, List<Setting> known) {
        var names = known.stream().map(Setting::name).collect(Collectors.joining(", "));
        return "%s has no setting \"%s\"; it knows %s".formatted(type.typeName(), name, names);
    }

    private static void refuse(String fault) {
        if (!fault.isEmpty()) {
            throw new IllegalArgumentException(fault);
        }
    }

    /// A number. Asking for one that the type does not have is a bug.
    public int number(String name) {
        if (values.get(name) instanceof ConfigValue.Whole(var number)) {
            return Math.toIntExact(number);
        }
        throw new IllegalStateException(type + " has no number " + name);
    }

    public Duration millis(String name) {
        return Duration.ofMillis(number(name));
    }

    public Duration seconds(String name) {
        return Duration.ofSeconds(number(name));
    }

    /// A list of folders; empty if the type does not have it.
    public List<Path> folders(String name) {
        return values.get(name) instanceof ConfigValue.Items(var items)
                ? items.stream().map(each -> Path.of(each.toString())).toList()
                : List.of();
    }
}
