package daemoneye.rpc.collector.settings;

import daemoneye.rpc.client.schema.Setting;
import daemoneye.rpc.client.schema.SettingsSchema;
import daemoneye.rpc.collector.gather.Reasons;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/// The settings of a running collector. Everybody who reads them sees all of the old or all of the
/// new: a change is one swap. For all threads; changes come one after the other.
///
/// ```
/// judge ─faults─► refused, nothing changed
///   └─► takers, one by one ─fails─► the old ones again, the other way round ─► rolled back
///           └─► swap ─► listeners
/// ```
public final class LiveSettings {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSettings.class);

    /// More are refused by the schema anyhow, and nothing is built from them.
    private static final int MOST_CHANGES = 1_000;

    private final SettingsSchema schema;
    private final List<SettingsTaker> takers = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile State state;

    /// @param now what everybody works with
    /// @param waiting what was told and waits for a restart
    private record State(CollectorSettings now, Map<String, ConfigValue> waiting) {}

    public LiveSettings(CollectorSettings first) {
        schema = first.schema();
        state = new State(first, Map.of());
    }

    /// What holds now; immutable.
    public CollectorSettings now() {
        return state.now();
    }

    /// Names of settings that were told and wait for a restart.
    public List<String> waiting() {
        return List.copyOf(state.waiting().keySet());
    }

    /// Asks `taker` at each change from now on.
    public void onChange(SettingsTaker taker) {
        takers.add(taker);
    }

    /// Runs `listener` after each change.
    public void afterChange(Runnable listener) {
        listeners.add(listener);
    }

    /// What a change would come to. Changes nothing.
    public ChangeReport validate(Map<String, ConfigValue> changes) {
        return report(judge(changes), state.now().version(), Optional.empty());
    }

    /// Changes settings, all or none.
    ///
    /// @param changes new values; `nothing` for the usual one; a masked secret stays as it is
    /// @param version of the new ones; empty for the next
    /// @param putBack whether a change that cannot be applied is taken back; if not, what could not
    ///     be made anew shows in the health
    public synchronized ChangeReport change(
            Map<String, ConfigValue> changes, OptionalLong version, boolean putBack) {
        var before = state.now();
        var change = judge(changes);
        boolean nothing = change.changesNothing() && version.isEmpty();
        if (!change.faults().isEmpty() || nothing) {
            return report(change, before.version(), Optional.empty());
        }
        var after = before.with(version.orElse(before.version() + 1), change.hot());
        var fault = take(before, after, putBack);
        if (fault.isPresent() && putBack) {
            LOG.warn("settings are put back: {}", fault.get());
            return report(change, before.version(), fault);
        }
        state = new State(after, waiting(change));
        listeners.forEach(Runnable::run);
        LOG.info("{}", after);
        return report(change, before.version(), Optional.empty());
    }

    private SettingsChange judge(Map<String, ConfigValue> changes) {
        var wanted = changes.size() > MOST_CHANGES ? changes : meant(changes);
        var faults = CollectorSettings.faults(now().type(), wanted);
        return faults.isEmpty()
                ? sorted(wanted)
                : new SettingsChange(Map.of(), Map.of(), List.of(), faults);
    }

    private Map<String, ConfigValue> meant(Map<String, ConfigValue> changes) {
        var wanted = new LinkedHashMap<String, ConfigValue>();
        changes.forEach((name, value) -> wanted.put(name, meant(name, value)));
        return wanted;
    }

    /// `nothing` means the usual value; the mask of a secret means the one that holds.
    private ConfigValue meant(String name, ConfigValue value) {
        var setting = schema.setting(name);
        if (setting.isEmpty()) {
            return value;
        }
        if (value instanceof ConfigValue.Nothing) {
            return setting.get().usual();
        }
        boolean masked =
                setting.get().secret() && value.equals(ConfigValue.of(SettingsSchema.MASK));
        return masked ? held(name) : value;
    }

    /// With what waits for a restart.
    private ConfigValue held(String name) {
        var now = state;
        var waiting = now.waiting().get(name);
        var value = waiting == null ? now.now().values().get(name) : waiting;
        return value == null ? new ConfigValue.Nothing() : value;
    }

    private SettingsChange sorted(Map<String, ConfigValue> wanted) {
        var hot = new LinkedHashMap<String, ConfigValue>();
        var restart = new LinkedHashMap<String, ConfigValue>();
        var skipped = new ArrayList<String>();
        wanted.forEach(
                (name, value) -> {
                    if (value.equals(held(name))) {
                        skipped.add(name);
                    } else if (apply(name) == Setting.Apply.HOT) {
                        hot.put(name, value);
                    } else {
                        restart.put(name, value);
                    }
                });
        return new SettingsChange(hot, restart, skipped, List.of());
    }

    private Setting.Apply apply(String name) {
        return schema.setting(name).orElseThrow().apply();
    }

    /// Told again to be what runs anyhow, a setting waits no more.
    private Map<String, ConfigValue> waiting(SettingsChange change) {
        var waiting = new LinkedHashMap<>(state.waiting());
        waiting.putAll(change.restart());
        waiting.entrySet().removeIf(each -> each.getValue().equals(runs(each.getKey())));
        return ConfigValue.copy(waiting);
    }

    private ConfigValue runs(String name) {
        return state.now().values().getOrDefault(name, new ConfigValue.Nothing());
    }

    /// @return why one of them failed
    private Optional<String> take(
            CollectorSettings before, CollectorSettings after, boolean putBack) {
        var taken = new ArrayList<SettingsTaker>();
        var fault = Optional.<String>empty();
        for (var taker : takers) {
            taken.addFirst(taker);
            var why = take(taker, before, after);
            if (why.isPresent() && putBack) {
                taken.forEach(each -> putBack(each, after, before));
                return why;
            }
            fault = fault.or(() -> why);
        }
        return fault;
    }

    private static void putBack(
            SettingsTaker taker, CollectorSettings tried, CollectorSettings old) {
        take(taker, tried, old)
                .ifPresent(why -> LOG.warn("an old setting could not be put back: {}", why));
    }

    private static Optional<String> take(
            SettingsTaker taker, CollectorSettings before, CollectorSettings after) {
        try {
            taker.take(before, after);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Reasons.of(e));
        }
    }

    private ChangeReport report(SettingsChange change, long previous, Optional<String> rolledBack) {
        boolean back = rolledBack.isPresent();
        return new ChangeReport(
                back ? List.of() : List.copyOf(change.hot().keySet()),
                change.skipped(),
                change.faults(),
                back ? List.of() : List.copyOf(change.restart().keySet()),
                state.now().version(),
                previous,
                rolledBack);
    }
}
