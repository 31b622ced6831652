package daemoneye.rpc.cli.config;

import daemoneye.rpc.client.schema.Setting;
import daemoneye.rpc.client.schema.SettingsSchema;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Settings as GetConfig tells them.
///
/// @param answer its fields
record ShownConfig(Map<String, ConfigValue> answer) {
    ShownConfig {
        answer = ConfigValue.copy(answer);
    }

    /// Every setting, secrets masked.
    Map<String, ConfigValue> values() {
        return answer.get("config") instanceof ConfigValue.Table(var entries) ? entries : Map.of();
    }

    long version() {
        return answer.get("config_version") instanceof ConfigValue.Whole(var number) ? number : 0;
    }

    /// What is known of such settings; empty if this program is too old for them.
    Optional<SettingsSchema> schema() {
        return SettingsSchema.of(text("schema"));
    }

    Optional<Setting> setting(String name) {
        return schema().flatMap(known -> known.setting(name));
    }

    /// Names whose value waits for a restart.
    List<String> pending() {
        return answer.get("pending_restart") instanceof ConfigValue.Items(var names)
                ? names.stream().map(ConfigValue::toString).toList()
                : List.of();
    }

    /// A field of the answer; empty text if it is not there.
    String text(String name) {
        return answer.get(name) instanceof ConfigValue.Text(var text) ? text : "";
    }
}
