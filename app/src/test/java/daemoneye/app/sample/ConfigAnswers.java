package daemoneye.app.sample;

import daemoneye.rpc.client.schema.SettingsSchema;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an agent answers about the configuration of a process monitor.
public final class ConfigAnswers {
    private ConfigAnswers() {}

    /// GetConfig: every default but these.
    public static GenericPayload config(long version, Map<String, ConfigValue> told) {
        var schema = SettingsSchema.of("process-monitor").orElseThrow();
        var values = new LinkedHashMap<String, ConfigValue>();
        values.put("collector_id", ConfigValue.of("procmond-web-02"));
        values.put("config_version", ConfigValue.of(version));
        values.put("schema", ConfigValue.of("process-monitor"));
        values.put("config", new ConfigValue.Table(schema.masked(schema.complete(told))));
        values.put("by", ConfigValue.of("kim"));
        values.put("at", ConfigValue.of("2025-12-29T00:00:00Z"));
        values.put("reason", ConfigValue.of(version > 7 ? "less load at night" : ""));
        values.put("pending_restart", ConfigValue.texts(List.of()));
        return new GenericPayload(values);
    }

    /// The usual one.
    public static GenericPayload config() {
        return config(7, told());
    }

    /// One with so many settings that nobody here knows.
    public static GenericPayload many(int settings) {
        var values = new LinkedHashMap<>(config().values());
        var all = new LinkedHashMap<String, ConfigValue>();
        for (int at = 0; at < settings; at++) {
            all.put("key_" + at, ConfigValue.of(at));
        }
        values.put("schema", ConfigValue.of("unheard-of"));
        values.put("config", new ConfigValue.Table(all));
        return new GenericPayload(values);
    }

    /// What people told it.
    public static Map<String, ConfigValue> told() {
        return Map.of(
                "batch_size", ConfigValue.of(250),
                "scan_interval_ms", ConfigValue.of(30_000),
                "hash_key", ConfigValue.of("0123456789abcdef"));
    }

    /// UpdateConfig: these are taken, those wait.
    public static GenericPayload taken(long version, List<String> applied, List<String> waiting) {
        var values = new LinkedHashMap<String, ConfigValue>();
        values.put("applied_changes", ConfigValue.texts(applied));
        values.put("skipped_changes", ConfigValue.texts(List.of()));
        values.put("refused_changes", new ConfigValue.Table(Map.of()));
        values.put("restart_changes", ConfigValue.texts(waiting));
        values.put("version", ConfigValue.of(version));
        values.put("previous_version", ConfigValue.of(7));
        values.put("collector_running", ConfigValue.of(true));
        return new GenericPayload(values);
    }

    /// UpdateConfig: the agent went back by itself.
    public static GenericPayload returned() {
        var values = new LinkedHashMap<>(taken(9, List.of(), List.of()).values());
        values.put("rolled_back", ConfigValue.of(true));
        values.put(
                "rollback_reason",
                ConfigValue.of("version 8 did not become ready: no beat within 30 s"));
        return new GenericPayload(values);
    }

    /// GetConfig `{history: n}`.
    public static GenericPayload history() {
        var entries = new ArrayList<ConfigValue>();
        entries.add(entry(7, "kim", "catch short-lived processes", "batch_size", 250, -1));
        entries.add(
                entry(6, "root", "less load at night", "scan_interval_ms", 30_000, 259_200_000));
        entries.add(
                entry(
                        5,
                        "agent-web",
                        "went back: version 4 did not start",
                        "top_count",
                        10,
                        7_000));
        entries.add(entry(4, "kim", "", "top_count", 100, 31_000));
        entries.add(entry(3, "lee", "change 8812", "command_line_chars", 256, 86_400_000));
        return new GenericPayload(Map.of("history", new ConfigValue.Items(entries)));
    }

    private static ConfigValue entry(
            long version, String by, String why, String key, long value, long live) {
        var fields = new LinkedHashMap<String, ConfigValue>();
        fields.put("version", ConfigValue.of(version));
        fields.put("by", ConfigValue.of(by));
        fields.put("at", ConfigValue.of("2025-12-2" + version + "T09:41:22Z"));
        fields.put("reason", ConfigValue.of(why));
        fields.put("changes", new ConfigValue.Table(Map.of(key, ConfigValue.of(value))));
        if (live >= 0) {
            fields.put("live_ms", ConfigValue.of(live));
        }
        return new ConfigValue.Table(fields);
    }
}
