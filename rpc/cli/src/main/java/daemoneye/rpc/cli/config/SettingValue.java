package daemoneye.rpc.cli.config;

import daemoneye.rpc.cli.json.BadJson;
import daemoneye.rpc.cli.json.JsonInput;
import daemoneye.rpc.cli.json.JsonText;
import daemoneye.rpc.client.schema.Setting;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads and writes one value as people do. The agent judges whether it may be.
final class SettingValue {
    private SettingValue() {}

    /// @param setting says what kind it is; empty if it is not known, then the text decides
    /// @throws BadJson with a sentence that names the setting
    static ConfigValue read(String name, Optional<Setting> setting, String text) throws BadJson {
        if (setting.isEmpty()) {
            return guess(text);
        }
        return switch (setting.get().kind()) {
            case FLAG -> flag(name, text);
            case WHOLE -> whole(setting.get(), text);
            case DECIMAL -> decimal(setting.get(), text);
            case TEXT -> ConfigValue.of(text);
            case TEXTS -> texts(name, text);
        };
    }

    /// As it could be given, on one line.
    static String text(ConfigValue value) {
        return switch (value) {
            case ConfigValue.Text(var text) when text.isEmpty() -> "\"\"";
            case ConfigValue.Text(var text) -> plain(text);
            case ConfigValue.Items _, ConfigValue.Table _ -> JsonText.compact(value);
            case ConfigValue.Nothing _ -> "usual";
            case ConfigValue.Whole _, ConfigValue.Decimal _, ConfigValue.Flag _ -> value.toString();
        };
    }

    // What somebody else wrote must not steer this terminal.
    private static String plain(String text) {
        return text.chars().anyMatch(Character::isISOControl)
                ? JsonText.compact(ConfigValue.of(text))
                : text;
    }

    private static ConfigValue guess(String text) {
        try {
            return JsonInput.read(text);
        } catch (BadJson e) {
            return ConfigValue.of(text);
        }
    }

    private static ConfigValue flag(String name, String text) throws BadJson {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> ConfigValue.of(true);
            case "false", "no", "off" -> ConfigValue.of(false);
            default -> throw new BadJson("%s is true or false, not %s".formatted(name, text));
        };
    }

    private static ConfigValue whole(Setting setting, String text) throws BadJson {
        try {
            return ConfigValue.of(Long.parseLong(text.replace("_", "")));
        } catch (NumberFormatException e) {
            throw new BadJson(
                    "%s is a whole number%s, not %s"
                            .formatted(setting.name(), unit(setting), text));
        }
    }

    private static ConfigValue decimal(Setting setting, String text) throws BadJson {
        try {
            return ConfigValue.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw new BadJson(
                    "%s is a number%s, not %s".formatted(setting.name(), unit(setting), text));
        }
    }

    private static ConfigValue texts(String name, String text) throws BadJson {
        if (text.isEmpty()) {
            return ConfigValue.texts(List.of());
        }
        if (!text.startsWith("[")) {
            return ConfigValue.texts(Arrays.stream(text.split(",")).map(String::strip).toList());
        }
        try {
            return JsonInput.read(text);
        } catch (BadJson e) {
            throw new BadJson("%s: %s".formatted(name, e.sentence()));
        }
    }

    private static String unit(Setting setting) {
        return setting.unit().isEmpty() ? "" : " (" + setting.unit() + ")";
    }
}
