package daemoneye.rpc.client.schema;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The settings of one type of collector, as `resources/schemas/<type>.json` has them (JSON Schema
/// 2020-12 with `x-unit`, `x-apply`, `x-secret`, `x-order`, `x-expects`). Immutable; for all
/// threads.
///
/// Reading a schema is cheap, and so is to see that a value is right. What is not plainly right is
/// judged by a library, which is loaded then (some 200 ms and 10 MB, once).
public final class SettingsSchema {
    /// What stands for a secret wherever values are shown.
    public static final String MASK = "••••";

    /// At most so many faults are told at a time.
    public static final int MOST_FAULTS = 100;

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z-]{0,62}");
    private static final Map<String, SettingsSchema> READ = new ConcurrentHashMap<>();

    private final SchemaFile file;
    private final Map<String, SettingRule> rules;

    /// Made at most once; a race makes two, and either will do.
    private volatile Optional<SchemaJudge> judge = Optional.empty();

    private SettingsSchema(SchemaFile file) {
        this.file = file;
        this.rules =
                file.rules().stream()
                        .collect(
                                Collectors.toMap(
                                        each -> each.setting().name(),
                                        Function.identity(),
                                        (first, _) -> first,
                                        LinkedHashMap::new));
    }

    /// @param collectorType e.g. `process-monitor`
    /// @return empty if nothing is known of such collectors
    public static Optional<SettingsSchema> of(String collectorType) {
        if (!TYPE.matcher(collectorType).matches()) {
            return Optional.empty();
        }
        var known = READ.get(collectorType);
        return known == null
                ? SchemaFile.read(collectorType)
                        .map(
                                file ->
                                        READ.computeIfAbsent(
                                                file.type(), _ -> new SettingsSchema(file)))
                : Optional.of(known);
    }

    /// The type of collector whose settings these are.
    public String type() {
        return file.type();
    }

    /// All settings, in the order in which people should see them.
    public List<Setting> settings() {
        return file.rules().stream().map(SettingRule::setting).toList();
    }

    /// The setting of that name.
    public Optional<Setting> setting(String name) {
        return Optional.ofNullable(rules.get(name)).map(SettingRule::setting);
    }

    /// What is wrong with `values`: too much at once (then nothing else is looked at), unknown
    /// settings, wrong types, values out of range. Empty if all may be used. At most
    /// [#MOST_FAULTS], one per setting.
    public List<SettingFault> faults(Map<String, ConfigValue> values) {
        var excess = SettingsBounds.fault(values);
        if (excess.isPresent()) {
            return List.of(excess.get());
        }
        var doubtful = new LinkedHashMap<String, ConfigValue>();
        values.forEach(
                (name, value) -> {
                    var rule = rules.get(name);
                    if (rule == null || !rule.surely(value)) {
                        doubtful.put(name, value);
                    }
                });
        return doubtful.isEmpty() ? List.of() : judged(doubtful);
    }

    private List<SettingFault> judged(Map<String, ConfigValue> doubtful) {
        var faults = new LinkedHashMap<String, SettingFault>();
        for (var objection : judge().objections(doubtful)) {
            faults.putIfAbsent(objection.setting(), fault(objection, doubtful));
        }
        // The schema takes 1.0 for a whole number; typed values say what they are.
        doubtful.forEach(
                (name, value) -> {
                    var rule = rules.get(name);
                    if (rule != null && !rule.setting().kind().fits(value)) {
                        faults.putIfAbsent(name, new SettingFault(name, rule.refusal(value)));
                    }
                });
        return faults.values().stream().limit(MOST_FAULTS).toList();
    }

    private SettingFault fault(SchemaJudge.Objection objection, Map<String, ConfigValue> values) {
        var rule = rules.get(objection.setting());
        if (rule == null) {
            return new SettingFault(objection.path(), unknown(objection.path()));
        }
        var value = Objects.requireNonNull(values.get(objection.setting()));
        return new SettingFault(objection.path(), rule.refusal(value));
    }

    private String unknown(String path) {
        return "%s has no setting %s; it knows %s"
                .formatted(type(), path, String.join(", ", rules.keySet()));
    }

    private SchemaJudge judge() {
        var known = judge;
        if (known.isEmpty()) {
            known = Optional.of(new SchemaJudge(file.text()));
            judge = known;
        }
        return known.get();
    }

    /// Every setting: what was told, and for the rest what is usual. In the order of
    /// [#settings()]; what is told and unknown comes last.
    public Map<String, ConfigValue> complete(Map<String, ConfigValue> told) {
        var all = new LinkedHashMap<String, ConfigValue>();
        for (var setting : settings()) {
            all.put(setting.name(), told.getOrDefault(setting.name(), setting.usual()));
        }
        told.forEach(all::putIfAbsent);
        return ConfigValue.copy(all);
    }

    /// `values` with [#MASK] for secrets. A secret that is usual (not set) is none.
    public Map<String, ConfigValue> masked(Map<String, ConfigValue> values) {
        var shown = new LinkedHashMap<>(values);
        shown.replaceAll(
                (name, value) ->
                        setting(name).filter(each -> hides(each, value)).isPresent()
                                ? ConfigValue.of(MASK)
                                : value);
        return ConfigValue.copy(shown);
    }

    private static boolean hides(Setting setting, ConfigValue value) {
        return setting.secret() && !value.equals(setting.usual());
    }

    /// The names of those of `names` that hold only after a restart.
    public List<String> needRestart(Iterable<String> names) {
        var found = new ArrayList<String>();
        for (var name : names) {
            setting(name)
                    .filter(each -> each.apply() == Setting.Apply.RESTART)
                    .ifPresent(each -> found.add(each.name()));
        }
        return List.copyOf(found);
    }
}
