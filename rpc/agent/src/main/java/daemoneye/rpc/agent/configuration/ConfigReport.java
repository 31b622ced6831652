package daemoneye.rpc.agent.configuration;

import daemoneye.rpc.agent.configuration.store.ConfigVersion;
import daemoneye.rpc.agent.configuration.store.VersionBook;
import daemoneye.rpc.client.schema.SettingsSchema;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The answers to GetConfig. Secrets are masked in all of them.
final class ConfigReport {
    private final CollectorConfig config;
    private final Optional<SettingsSchema> schema;

    ConfigReport(CollectorConfig config) {
        this.config = config;
        this.schema = config.schema();
    }

    /// @param asked nothing, `{version: n}` or `{history: n}`
    Answer answer(RpcPayload asked) {
        try {
            return answer(asked, config.book());
        } catch (IOException e) {
            return Answer.failed(ConfigRefusals.disk(e, false));
        }
    }

    private Answer answer(RpcPayload asked, VersionBook book) {
        var wishes =
                asked instanceof GenericPayload(var values)
                        ? values
                        : Map.<String, ConfigValue>of();
        for (var name : wishes.keySet()) {
            if (!name.equals("version") && !name.equals("history")) {
                return wrong(
                        "GetConfig knows version and history, not \"%s\"".formatted(name), name);
            }
        }
        if (wishes.size() > 1) {
            return wrong("ask either for a version or for the history", "history");
        }
        if (wishes.isEmpty()) {
            return Answer.done(new GenericPayload(current(book)));
        }
        var wish = wishes.entrySet().iterator().next();
        var name = wish.getKey();
        var number = positive(wish.getValue());
        if (number.isEmpty()) {
            return wrong(name + " is a whole number from 1", name);
        }
        return name.equals("version")
                ? old(book, number.getAsLong())
                : Answer.done(new GenericPayload(history(book, number.getAsLong())));
    }

    private Map<String, ConfigValue> current(VersionBook book) {
        var values = version(book.newest());
        values.put("pending_restart", ConfigValue.texts(List.copyOf(book.pending().keySet())));
        values.put("rollback_available", ConfigValue.of(book.versions().size() > 1));
        config.trouble().ifPresent(why -> values.put("warning", ConfigValue.of(why)));
        return values;
    }

    private Answer old(VersionBook book, long number) {
        return book.version(number)
                .<Answer>map(found -> Answer.done(new GenericPayload(version(found))))
                .orElseGet(() -> Answer.failed(ConfigRefusals.noVersion(number, book, "version")));
    }

    private Map<String, ConfigValue> version(ConfigVersion version) {
        var values = new LinkedHashMap<String, ConfigValue>();
        values.put("collector_id", ConfigValue.of(config.id().text()));
        values.put(CollectorConfig.VERSION, ConfigValue.of(version.number()));
        values.put("schema", ConfigValue.of(schema.map(SettingsSchema::type).orElse("")));
        var complete = schema.map(known -> known.complete(version.values()));
        values.put("config", masked(complete.orElseGet(version::values)));
        values.put("told", ConfigValue.texts(List.copyOf(version.values().keySet())));
        note(values, version);
        return values;
    }

    private Map<String, ConfigValue> history(VersionBook book, long most) {
        var entries = new ArrayList<ConfigValue>();
        book.versions().reversed().stream()
                .limit(most)
                .forEach(each -> entries.add(new ConfigValue.Table(entry(each))));
        var values = new LinkedHashMap<String, ConfigValue>();
        values.put("collector_id", ConfigValue.of(config.id().text()));
        values.put(CollectorConfig.VERSION, ConfigValue.of(book.newest().number()));
        values.put("history", new ConfigValue.Items(entries));
        return values;
    }

    private Map<String, ConfigValue> entry(ConfigVersion version) {
        var values = new LinkedHashMap<String, ConfigValue>();
        values.put("version", ConfigValue.of(version.number()));
        note(values, version);
        var changes = new LinkedHashMap<String, ConfigValue>();
        for (var name : version.changed()) {
            changes.put(name, version.values().getOrDefault(name, new ConfigValue.Nothing()));
        }
        values.put("changes", masked(changes));
        version.liveMs().ifPresent(ms -> values.put("live_ms", ConfigValue.of(ms)));
        return values;
    }

    private static void note(Map<String, ConfigValue> values, ConfigVersion version) {
        values.put("by", ConfigValue.of(version.note().by()));
        values.put("client_id", ConfigValue.of(version.note().clientId()));
        values.put("at", ConfigValue.of(version.at().toString()));
        values.put("reason", ConfigValue.of(version.note().reason()));
    }

    // Without a schema nobody knows what is secret: names only.
    private ConfigValue.Table masked(Map<String, ConfigValue> values) {
        var hidden = new LinkedHashMap<>(values);
        hidden.replaceAll((name, value) -> ConfigValue.of(SettingsSchema.MASK));
        var shown = new LinkedHashMap<>(schema.map(known -> known.masked(values)).orElse(hidden));
        values.forEach(
                (name, value) -> {
                    if (value instanceof ConfigValue.Nothing) {
                        shown.put(name, value);
                    }
                });
        return new ConfigValue.Table(shown);
    }

    private static OptionalLong positive(ConfigValue value) {
        return value instanceof ConfigValue.Whole(var number) && number > 0
                ? OptionalLong.of(number)
                : OptionalLong.empty();
    }

    private static Answer wrong(String sentence, String field) {
        return Answer.failed(ConfigRefusals.wrong(sentence, field));
    }
}
