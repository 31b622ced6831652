package daemoneye.app.config.draft;

import daemoneye.rpc.client.schema.Setting;
import daemoneye.rpc.client.schema.SettingFault;
import daemoneye.rpc.client.schema.SettingsSchema;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is known of the settings of one collector: those of its schema, and those that it has
/// although this console does not know them (a newer collector). The latter are judged by the agent
/// alone.
public final class Rules {
    private final Map<String, Setting> settings;
    private final Optional<SettingsSchema> schema;

    /// @param settings those that may be edited, in their order
    /// @param schema what judges the ones it knows
    public Rules(List<Setting> settings, Optional<SettingsSchema> schema) {
        this.settings =
                settings.stream()
                        .collect(
                                Collectors.toMap(
                                        Setting::name,
                                        Function.identity(),
                                        (first, _) -> first,
                                        LinkedHashMap::new));
        this.schema = schema;
    }

    /// @param type whose schema knows them; may be unknown
    /// @param values that the collector has
    public static Rules of(String type, Map<String, ConfigValue> values) {
        var schema = SettingsSchema.of(type);
        var all = new ArrayList<Setting>();
        schema.ifPresent(known -> all.addAll(known.settings()));
        values.forEach(
                (name, value) -> {
                    if (schema.flatMap(known -> known.setting(name)).isEmpty()) {
                        all.add(guessed(name, value));
                    }
                });
        return new Rules(all, schema);
    }

    private static Setting guessed(String name, ConfigValue value) {
        var kind =
                switch (value) {
                    case ConfigValue.Flag _ -> Setting.Kind.FLAG;
                    case ConfigValue.Whole _ -> Setting.Kind.WHOLE;
                    case ConfigValue.Decimal _ -> Setting.Kind.DECIMAL;
                    case ConfigValue.Items _ -> Setting.Kind.TEXTS;
                    case ConfigValue.Text _, ConfigValue.Table _, ConfigValue.Nothing _ ->
                            Setting.Kind.TEXT;
                };
        return new Setting(
                name,
                kind,
                value,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                "",
                Setting.Apply.RESTART,
                value.equals(ConfigValue.of(SettingsSchema.MASK)),
                "");
    }

    List<Setting> settings() {
        return List.copyOf(settings.values());
    }

    Optional<Setting> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    /// Whether the schema says what is usual for it, so that one can go back to that.
    boolean hasDefault(String name) {
        return schema.isEmpty() ? false : schema.get().setting(name).isPresent();
    }

    /// What is wrong with one value; empty if nothing is, or if nobody here knows.
    Optional<String> fault(String name, ConfigValue value) {
        return schema.filter(known -> known.setting(name).isPresent())
                .flatMap(
                        known ->
                                known.faults(Map.of(name, value)).stream()
                                        .findFirst()
                                        .map(SettingFault::message));
    }

    /// The names in `values` that are no settings.
    List<String> unknown(Map<String, ConfigValue> values) {
        return values.keySet().stream().filter(name -> !settings.containsKey(name)).toList();
    }

    /// Loads what judging needs, so that the first wrong value costs nobody's patience. Takes some
    /// 200 ms.
    public void warm() {
        schema.ifPresent(known -> known.faults(Map.of("?", new ConfigValue.Nothing())));
    }
}
