package daemoneye.rpc.collector.settings;

import daemoneye.rpc.client.schema.SettingFault;
import daemoneye.rpc.client.schema.SettingsSchema;
import daemoneye.rpc.collector.capability.CollectorType;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All settings of one collector: what it was told, and for the rest what is usual. Immutable and
/// checked against the schema of its type, so that reading one never fails.
///
/// @param version of the configuration, as the agent counts; 1 for a collector of its own
/// @param values by name, every setting of the type
public record CollectorSettings(CollectorType type, long version, Map<String, ConfigValue> values) {
    /// May stand in a file, or in an update, beside the settings.
    public static final String VERSION = "config_version";

    public CollectorSettings {
        values = ConfigValue.copy(values);
    }

    /// What is usual.
    public static CollectorSettings usual(CollectorType type) {
        return told(type, Map.of());
    }

    /// What was told, checked.
    ///
    /// @throws IllegalArgumentException with a sentence that names the setting
    public static CollectorSettings told(CollectorType type, Map<String, ConfigValue> told) {
        var rest = new LinkedHashMap<>(told);
        long version = version(rest.remove(VERSION)).orElse(1L);
        var faults = faults(type, rest);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.getFirst().message());
        }
        return new CollectorSettings(type, version, schema(type).complete(rest));
    }

    /// What a `config_version` beside settings says; empty if it is not there.
    ///
    /// @throws IllegalArgumentException if it is no version
    static Optional<Long> version(@Nullable ConfigValue given) {
        return switch (given) {
            case null -> Optional.empty();
            case ConfigValue.Whole(var number) when number > 0 -> Optional.of(number);
            default ->
                    throw new IllegalArgumentException(
                            "config_version is a whole number from 1, not " + given);
        };
    }

    /// What is wrong with `values`, by the schema and by what this very system allows.
    static List<SettingFault> faults(CollectorType type, Map<String, ConfigValue> values) {
        var faults = schema(type).faults(values);
        return faults.isEmpty() ? folderFaults(values) : faults;
    }

    /// The schema lets absolute paths of every system pass.
    private static List<SettingFault> folderFaults(Map<String, ConfigValue> values) {
        var faults = new ArrayList<SettingFault>();
        if (values.get("watched_folders") instanceof ConfigValue.Items(var items)) {
            for (int at = 0; at < items.size(); at++) {
                if (FolderText.folder(items.get(at).toString()).isEmpty()) {
                    faults.add(
                            new SettingFault(
                                    "watched_folders[%d]".formatted(at),
                                    "watched_folders[%d] is no absolute path on this system"
                                            .formatted(at)));
                }
            }
        }
        return faults;
    }

    static SettingsSchema schema(CollectorType type) {
        return SettingsSchema.of(type.typeName())
                .orElseThrow(() -> new IllegalStateException("no schema of " + type.typeName()));
    }

    /// Of this type.
    public SettingsSchema schema() {
        return schema(type);
    }

    /// The same with some other values, which were checked.
    CollectorSettings with(long newVersion, Map<String, ConfigValue> changes) {
        var all = new LinkedHashMap<>(values);
        all.putAll(changes);
        return new CollectorSettings(type, newVersion, all);
    }

    /// As others may see it: secrets are masked.
    public Map<String, ConfigValue> shown() {
        return schema().masked(values);
    }

    /// Secrets are masked: this may be logged.
    @Override
    public String toString() {
        return "%s settings, version %d: %s".formatted(type.typeName(), version, shown());
    }

    /// A number. Asking for one that the type does not have is a bug.
    public int number(String name) {
        if (values.get(name) instanceof ConfigValue.Whole(var number)) {
            return Math.toIntExact(number);
        }
        throw new IllegalStateException(type.typeName() + " has no number " + name);
    }

    /// A number that need not be whole. Asking for one that the type does not have is a bug.
    public double decimal(String name) {
        return switch (values.get(name)) {
            case ConfigValue.Decimal(var number) -> number;
            case ConfigValue.Whole(var number) -> number;
            case null, default ->
                    throw new IllegalStateException(type.typeName() + " has no number " + name);
        };
    }

    public Duration millis(String name) {
        return Duration.ofMillis(number(name));
    }

    public Duration seconds(String name) {
        return Duration.ofSeconds(number(name));
    }

    /// Yes or no; no if the type does not have it.
    public boolean flag(String name) {
        return ConfigValue.of(true).equals(values.get(name));
    }

    /// A text; empty if the type does not have it.
    public String text(String name) {
        return values.get(name) instanceof ConfigValue.Text(var text) ? text : "";
    }

    /// A list of texts; empty if the type does not have it.
    public List<String> texts(String name) {
        return values.get(name) instanceof ConfigValue.Items(var items)
                ? items.stream().map(ConfigValue::toString).toList()
                : List.of();
    }

    /// A list of folders; empty if the type does not have it.
    public List<Path> folders(String name) {
        return texts(name).stream()
                .flatMap(each -> FolderText.folder(each).stream())
                .distinct()
                .toList();
    }
}
