package daemoneye.rpc.client.schema;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.Locale;

/// A setting with what its schema says beyond the setting itself.
///
/// @param said what a value is, for people, e.g. "a list of absolute paths"; empty if kind and
///     range say it
/// @param texts what it asks of texts
/// @param plain whether that, kind, least and most are all that it asks of a value
record SettingRule(Setting setting, String said, TextRule texts, boolean plain) {
    private static final int SHOWN_CHARS = 60;

    /// Whether the setting alone shows that `value` is right. False means: let the schema judge.
    boolean surely(ConfigValue value) {
        return plain && setting.kind().fits(value) && inRange(value);
    }

    private boolean inRange(ConfigValue value) {
        return switch (value) {
            case ConfigValue.Whole(var number) -> inRange((double) number);
            case ConfigValue.Decimal(var number) -> inRange(number);
            case ConfigValue.Text(var text) -> texts.fits(text);
            case ConfigValue.Items(var items) -> texts.fits(items);
            case ConfigValue.Flag _ -> true;
            case ConfigValue.Table _, ConfigValue.Nothing _ -> false;
        };
    }

    private boolean inRange(double number) {
        return number >= setting.least().orElse(Double.NEGATIVE_INFINITY)
                && number <= setting.most().orElse(Double.POSITIVE_INFINITY);
    }

    /// The sentence for a value that does not fit.
    String refusal(ConfigValue value) {
        return setting.secret()
                ? "%s is %s".formatted(setting.name(), expects())
                : "%s is %s, not %s"
                        .formatted(
                                setting.name(),
                                expects(),
                                PathText.shown(text(value), SHOWN_CHARS));
    }

    private String expects() {
        return said.isEmpty() ? byKind() : said;
    }

    private String byKind() {
        return switch (setting.kind()) {
            case FLAG -> "true or false";
            case WHOLE -> "a whole number" + range();
            case DECIMAL -> "a number" + range();
            case TEXT -> "a text";
            case TEXTS -> "a list of texts";
        };
    }

    private String range() {
        return setting.least().isPresent() && setting.most().isPresent()
                ? String.format(
                        Locale.ROOT,
                        " from %.0f to %.0f",
                        setting.least().getAsDouble(),
                        setting.most().getAsDouble())
                : "";
    }

    private static String text(ConfigValue value) {
        return switch (value) {
            case ConfigValue.Text(var text) -> '"' + text + '"';
            case ConfigValue.Nothing _,
                    ConfigValue.Decimal _,
                    ConfigValue.Flag _,
                    ConfigValue.Items _,
                    ConfigValue.Table _,
                    ConfigValue.Whole _ ->
                    value.toString();
        };
    }
}
