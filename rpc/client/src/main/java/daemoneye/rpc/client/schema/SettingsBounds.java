package daemoneye.rpc.client.schema;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Refuses what is too much before anything else looks at it: a bomb must cost its sender more than
/// us. Walks at most [#MOST_VALUES] values and [#MOST_DEPTH] levels, and builds text only for the
/// one offence that it finds.
final class SettingsBounds {
    /// Settings at a time.
    static final int MOST_KEYS = 1_000;

    /// Characters of one text, which are never fewer than its bytes by more than a factor of four.
    static final int MOST_CHARS = 64 * 1024;

    /// Levels: a plain value is 1, a list of texts 2.
    static final int MOST_DEPTH = 8;

    /// Values in all.
    static final int MOST_VALUES = 10_000;

    private int left = MOST_VALUES;

    private SettingsBounds() {}

    static Optional<SettingFault> fault(Map<String, ConfigValue> values) {
        if (values.size() > MOST_KEYS) {
            return Optional.of(
                    new SettingFault(
                            "",
                            "there are %d settings at once, at most %d are read"
                                    .formatted(values.size(), MOST_KEYS)));
        }
        return new SettingsBounds().entries(values, 1, "");
    }

    private Optional<SettingFault> entries(
            Map<String, ConfigValue> entries, int depth, String prefix) {
        for (var entry : entries.entrySet()) {
            var path = prefix + PathText.name(entry.getKey());
            var fault =
                    entry.getKey().length() > MOST_CHARS
                            ? Optional.of(tooLong(path, entry.getKey().length()))
                            : value(entry.getValue(), depth, path);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private Optional<SettingFault> value(ConfigValue value, int depth, String path) {
        if (depth > MOST_DEPTH) {
            return fault(path, "is nested more than %d deep".formatted(MOST_DEPTH));
        }
        if (--left < 0) {
            return fault(path, "is one value too many: at most %d are read".formatted(MOST_VALUES));
        }
        return switch (value) {
            case ConfigValue.Text(var text) ->
                    text.length() > MOST_CHARS
                            ? Optional.of(tooLong(path, text.length()))
                            : Optional.empty();
            case ConfigValue.Decimal(var number) ->
                    Double.isFinite(number)
                            ? Optional.empty()
                            : fault(path, "is not a finite number");
            case ConfigValue.Items(var items) -> items(items, depth + 1, path);
            case ConfigValue.Table(var entries) -> entries(entries, depth + 1, path + ".");
            case ConfigValue.Flag _, ConfigValue.Nothing _, ConfigValue.Whole _ -> Optional.empty();
        };
    }

    private Optional<SettingFault> items(List<ConfigValue> items, int depth, String path) {
        int at = 0;
        for (var each : items) {
            var fault = value(each, depth, path + "[" + at + "]");
            if (fault.isPresent()) {
                return fault;
            }
            at++;
        }
        return Optional.empty();
    }

    private static SettingFault tooLong(String path, int chars) {
        return new SettingFault(
                path,
                "%s has %d characters, at most %d are read".formatted(path, chars, MOST_CHARS));
    }

    private static Optional<SettingFault> fault(String path, String what) {
        return Optional.of(new SettingFault(path, path + " " + what));
    }
}
