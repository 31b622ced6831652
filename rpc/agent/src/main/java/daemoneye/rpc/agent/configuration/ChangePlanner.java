package daemoneye.rpc.agent.configuration;

import daemoneye.rpc.agent.configuration.store.ConfigVersion;
import daemoneye.rpc.agent.configuration.store.VersionBook;
import daemoneye.rpc.client.schema.Setting;
import daemoneye.rpc.client.schema.SettingsSchema;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;

/// Compares what is wanted with what holds. Knows nothing of processes.
final class ChangePlanner {
    private static final ConfigValue MASK = ConfigValue.of(SettingsSchema.MASK);

    private final SettingsSchema schema;
    private final VersionBook book;

    ChangePlanner(SettingsSchema schema, VersionBook book) {
        this.schema = schema;
        this.book = book;
    }

    /// @param changes new values; `nothing` for the usual one; a masked secret stays as it is
    ChangePlan changes(Map<String, ConfigValue> changes) {
        var judged = new LinkedHashMap<String, ConfigValue>();
        changes.forEach(
                (name, value) -> {
                    if (!isLeftAlone(name, value)) {
                        judged.put(name, value);
                    }
                });
        var faults = schema.faults(judged);
        if (!faults.isEmpty()) {
            return ChangePlan.refused(faults);
        }
        var told = new LinkedHashMap<>(book.newest().values());
        changes.forEach((name, value) -> put(told, name, value));
        return towards(told, new LinkedHashSet<>(changes.keySet()));
    }

    /// To exactly the values of `version`.
    ChangePlan backTo(ConfigVersion version) {
        var faults = schema.faults(version.values());
        if (!faults.isEmpty()) {
            return ChangePlan.refused(faults);
        }
        var names = new LinkedHashSet<>(version.values().keySet());
        names.addAll(book.newest().values().keySet());
        return towards(version.values(), names);
    }

    private boolean isLeftAlone(String name, ConfigValue value) {
        var setting = schema.setting(name);
        return setting.isPresent()
                && (value instanceof ConfigValue.Nothing || isMask(setting.get(), value));
    }

    private void put(Map<String, ConfigValue> told, String name, ConfigValue value) {
        var setting = schema.setting(name).orElseThrow();
        if (value instanceof ConfigValue.Nothing) {
            told.remove(name);
        } else if (!isMask(setting, value)) {
            told.put(name, inKind(setting, value));
        }
    }

    private ChangePlan towards(Map<String, ConfigValue> told, SequencedSet<String> names) {
        var before = schema.complete(book.newest().values());
        var after = schema.complete(told);
        var changed = new ArrayList<String>();
        var skipped = new ArrayList<String>();
        names.forEach(
                name -> {
                    boolean same = Objects.equals(after.get(name), before.get(name));
                    (same ? skipped : changed).add(name);
                });
        return split(without(told, skipped), before, after, changed, skipped);
    }

    // What changes nothing is not told either.
    private Map<String, ConfigValue> without(Map<String, ConfigValue> told, List<String> names) {
        var rest = new LinkedHashMap<>(told);
        for (var name : names) {
            rest.remove(name);
            Optional.ofNullable(book.newest().values().get(name))
                    .ifPresent(value -> rest.put(name, value));
        }
        return rest;
    }

    private ChangePlan split(
            Map<String, ConfigValue> told,
            Map<String, ConfigValue> before,
            Map<String, ConfigValue> after,
            List<String> changed,
            List<String> skipped) {
        var hot = new LinkedHashMap<String, ConfigValue>();
        var restart = new ArrayList<String>();
        var pending = new LinkedHashMap<>(book.pending());
        for (var name : changed) {
            var value = Objects.requireNonNull(after.get(name));
            var running = pending.getOrDefault(name, before.get(name));
            pending.remove(name);
            if (schema.setting(name).orElseThrow().apply() == Setting.Apply.HOT) {
                hot.put(name, value);
            } else if (!value.equals(running)) {
                restart.add(name);
                pending.put(name, running);
            }
        }
        return new ChangePlan(told, changed, hot, restart, pending, skipped, List.of());
    }

    private static boolean isMask(Setting setting, ConfigValue value) {
        return setting.secret() && value.equals(MASK);
    }

    // So that 5 and 5.0 are the same share.
    private static ConfigValue inKind(Setting setting, ConfigValue value) {
        return setting.kind() == Setting.Kind.DECIMAL && value instanceof ConfigValue.Whole(var n)
                ? ConfigValue.of((double) n)
                : value;
    }
}
