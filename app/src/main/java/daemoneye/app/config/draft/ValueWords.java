package daemoneye.app.config.draft;

import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.app.text.Wording;
import daemoneye.rpc.client.schema.Setting;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Values in words, for tables: "30,000 ms", "false (default)".
final class ValueWords {
    private static final int MOST_CHARS = 200;

    private ValueWords() {}

    static String of(FieldViewModel field, ConfigValue value) {
        var setting = field.setting();
        var text =
                setting.secret()
                        ? Messages.text(secret(field, value))
                        : plain(value) + unit(setting);
        return field.hasDefault() && value.equals(setting.usual()) && !setting.secret()
                ? Messages.text("config.value.default", text)
                : text;
    }

    private static String secret(FieldViewModel field, ConfigValue value) {
        if (value.equals(ConfigValue.of(""))) {
            return "config.secret.none";
        }
        return value.equals(field.running()) ? "config.secret.set" : "config.secret.new";
    }

    static String bounds(Setting setting, boolean hasDefault) {
        var parts = new ArrayList<String>();
        if (setting.least().isPresent() && setting.most().isPresent()) {
            parts.add(
                    Messages.text(
                            "config.range",
                            number(setting.least().getAsDouble()),
                            number(setting.most().getAsDouble())));
        }
        if (hasDefault && !setting.secret()) {
            parts.add(Messages.text("config.default", plain(setting.usual()) + unit(setting)));
        }
        return String.join(" \u00b7 ", parts);
    }

    private static String unit(Setting setting) {
        return setting.unit().isEmpty() ? "" : " " + setting.unit();
    }

    private static String plain(ConfigValue value) {
        return switch (value) {
            case ConfigValue.Whole(var number) -> Wording.whole(number);
            case ConfigValue.Text(var text) ->
                    text.isEmpty() ? Messages.text("config.value.empty") : safe(text);
            case ConfigValue.Items(var items) -> items(items);
            case ConfigValue.Decimal(var number) -> Wording.decimal(number);
            case ConfigValue.Flag _, ConfigValue.Table _, ConfigValue.Nothing _ ->
                    safe(value.toString());
        };
    }

    private static String items(List<ConfigValue> items) {
        return items.isEmpty()
                ? Messages.text("config.value.empty")
                : safe(items.stream().map(FieldText::of).collect(Collectors.joining(", ")));
    }

    private static String safe(String text) {
        return SafeText.of(text, MOST_CHARS);
    }

    private static String number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Wording.whole((long) number)
                : Wording.decimal(number);
    }
}
