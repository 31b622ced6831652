package daemoneye.rpc.agent.configuration;

import daemoneye.rpc.agent.configuration.store.ChangeNote;
import daemoneye.rpc.agent.configuration.store.ConfigVersion;
import daemoneye.rpc.agent.configuration.store.VersionBook;
import daemoneye.rpc.agent.configuration.store.VersionStore;
import daemoneye.rpc.agent.supervise.CollectorSpec;
import daemoneye.rpc.client.schema.SettingsSchema;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The settings of one collector and all their versions. Safe from any thread; whoever writes waits
/// for the disk, a few milliseconds.
public final class CollectorConfig {
    /// Beside the settings that a collector is given: which version they are.
    public static final String VERSION = "config_version";

    private static final Logger LOG = LoggerFactory.getLogger(CollectorConfig.class);

    private final CollectorSpec spec;
    private final Path file;
    private final String agentId;
    private final Ticker ticker;
    private Optional<VersionStore> store = Optional.empty();
    private OptionalLong writtenNanos = OptionalLong.empty();

    CollectorConfig(CollectorSpec spec, Path file, String agentId, Ticker ticker) {
        this.spec = spec;
        this.file = file;
        this.agentId = agentId;
        this.ticker = ticker;
    }

    public CollectorId id() {
        return spec.id();
    }

    public String type() {
        return spec.type();
    }

    /// What may be set; empty for types that this version does not know.
    public Optional<SettingsSchema> schema() {
        return SettingsSchema.of(spec.type());
    }

    /// @throws IOException with a sentence for people, if they cannot be read now
    public synchronized VersionBook book() throws IOException {
        return store().book();
    }

    /// What people must know of a damage to the file.
    public synchronized Optional<String> trouble() {
        return store.flatMap(VersionStore::trouble);
    }

    /// Values for a process about to begin: those of the newest version. From now on nothing waits
    /// for a restart.
    ///
    /// @throws IOException with a sentence for people
    public synchronized Map<String, ConfigValue> atStart() throws IOException {
        var book = store().book();
        if (!book.pending().isEmpty()) {
            forgetPending(book);
        }
        var newest = book.newest();
        if (newest.number() == 1 && newest.values().isEmpty()) {
            return Map.of();
        }
        var values = new LinkedHashMap<>(newest.values());
        values.put(VERSION, ConfigValue.of(newest.number()));
        return values;
    }

    /// Makes these the newest version.
    ///
    /// @param pending see [VersionBook]
    /// @throws IOException with a sentence for people; nothing has changed then
    synchronized ConfigVersion write(
            Map<String, ConfigValue> told, Map<String, ConfigValue> pending, ChangeNote note)
            throws IOException {
        var book = store().book();
        var version =
                new ConfigVersion(
                        book.next(),
                        told,
                        note,
                        ticker.now(),
                        changed(book.newest().values(), told),
                        OptionalLong.empty());
        store().save(book.with(version, lived(book.newest())).waiting(pending));
        writtenNanos = OptionalLong.of(ticker.nanos());
        return version;
    }

    /// Other values wait for a restart than the newest version said.
    ///
    /// @throws IOException with a sentence for people; nothing has changed then
    synchronized void keepWaiting(Map<String, ConfigValue> pending) throws IOException {
        store().save(store().book().waiting(pending));
    }

    /// The values that the process runs with: the newest without what waits for a restart.
    static Map<String, ConfigValue> running(VersionBook book, SettingsSchema schema) {
        var told = new LinkedHashMap<>(book.newest().values());
        book.pending()
                .forEach(
                        (name, value) -> {
                            told.put(name, value);
                            schema.setting(name)
                                    .filter(setting -> setting.usual().equals(value))
                                    .ifPresent(usual -> told.remove(name));
                        });
        return told;
    }

    // Not worth keeping a collector down: at worst a restart too many is advised.
    private void forgetPending(VersionBook book) throws IOException {
        try {
            store().save(book.waiting(Map.of()));
        } catch (IOException e) {
            LOG.warn(
                    "That nothing of {} waits for a restart was not saved: {}",
                    id(),
                    e.getMessage());
        }
    }

    private VersionStore store() throws IOException {
        if (store.isEmpty()) {
            store = Optional.of(VersionStore.open(file, agentId, ticker));
        }
        return store.get();
    }

    // Not by the clock of the wall where another is at hand: that may be set.
    private long lived(ConfigVersion newest) {
        var lived =
                writtenNanos.isPresent()
                        ? ticker.since(writtenNanos.getAsLong())
                        : Duration.between(newest.at(), ticker.now());
        return Math.max(0, lived.toMillis());
    }

    private List<String> changed(Map<String, ConfigValue> before, Map<String, ConfigValue> after) {
        var names = new ArrayList<>(after.keySet());
        before.keySet().stream().filter(name -> !after.containsKey(name)).forEach(names::add);
        names.removeIf(
                name ->
                        Optional.ofNullable(before.get(name))
                                .equals(Optional.ofNullable(after.get(name))));
        return names;
    }
}
