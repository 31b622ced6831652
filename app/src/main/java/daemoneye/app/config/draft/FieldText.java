package daemoneye.app.config.draft;

import daemoneye.app.text.Language;
import daemoneye.rpc.client.schema.Setting;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Values as they stand in a field, and back.
final class FieldText {
    private FieldText() {}

    static String of(ConfigValue value) {
        return switch (value) {
            case ConfigValue.Text(var text) -> text;
            case ConfigValue.Whole(var number) -> Long.toString(number);
            case ConfigValue.Decimal(var number) -> Double.toString(number);
            case ConfigValue.Flag(var flag) -> Boolean.toString(flag);
            case ConfigValue.Items(var items) -> lines(items);
            case ConfigValue.Table _ -> JsonText.of(value);
            case ConfigValue.Nothing _ -> "";
        };
    }

    private static String lines(List<ConfigValue> items) {
        return items.stream().map(FieldText::of).collect(Collectors.joining("\n"));
    }

    /// Empty if the text is none of that kind.
    static Optional<ConfigValue> read(Setting.Kind kind, String raw) {
        return switch (kind) {
            case FLAG -> Optional.of(ConfigValue.of(Boolean.parseBoolean(raw)));
            case WHOLE -> whole(raw.strip());
            case DECIMAL -> decimal(raw.strip());
            case TEXT -> Optional.of(ConfigValue.of(raw));
            case TEXTS ->
                    Optional.of(
                            ConfigValue.texts(
                                    raw.lines()
                                            .map(String::strip)
                                            .filter(line -> !line.isEmpty())
                                            .toList()));
        };
    }

    private static Optional<ConfigValue> whole(String raw) {
        try {
            return Optional.of(ConfigValue.of(Long.parseLong(raw)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// A reader's own decimal sign is understood too.
    private static Optional<ConfigValue> decimal(String typed) {
        var sign = DecimalFormatSymbols.getInstance(Language.current().locale());
        var raw = typed.replace(sign.getDecimalSeparator(), '.');
        if (!raw.matches("[+-]?[0-9]{1,30}(\\.[0-9]{0,30})?([eE][+-]?[0-9]{1,3})?")) {
            return Optional.empty();
        }
        return Optional.of(Double.parseDouble(raw)).filter(Double::isFinite).map(ConfigValue::of);
    }

    /// So that 5 and 5.0 are the same share.
    static ConfigValue inKind(Setting.Kind kind, ConfigValue value) {
        return kind == Setting.Kind.DECIMAL && value instanceof ConfigValue.Whole(var number)
                ? ConfigValue.of((double) number)
                : value;
    }
}
