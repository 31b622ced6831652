package daemoneye.rpc.client.serve.check;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.Map;
import java.util.Optional;

/// Bounds of settings and parameters, whatever they mean: their meaning is judged by their schema.
final class Settings {
    /// Our largest schema has some twenty.
    static final int MOST = 1000;

    private static final int MOST_NAME = 200;

    /// As deep as the codec lets values nest.
    private static final int MOST_DEPTH = 16;

    private Settings() {}

    static Optional<Fault> fault(String path, Map<String, ConfigValue> settings) {
        if (settings.size() > MOST) {
            return Optional.of(
                    new Fault(
                            path,
                            "has %d entries, at most %d are allowed"
                                    .formatted(settings.size(), MOST)));
        }
        return entries(path, settings, 1);
    }

    private static Optional<Fault> entries(
            String path, Map<String, ConfigValue> entries, int depth) {
        for (var each : entries.entrySet()) {
            var here = Texts.below(path, each.getKey());
            var fault = Texts.name(here, each.getKey(), MOST_NAME);
            if (fault.isEmpty()) {
                fault = value(here, each.getValue(), depth);
            }
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    /// Without a path for what needs none: a list may have thousands.
    private static Optional<Fault> item(String path, int at, ConfigValue value, int depth) {
        return isPlain(value) ? Optional.empty() : value(path + "[" + at + "]", value, depth);
    }

    private static boolean isPlain(ConfigValue value) {
        return switch (value) {
            case ConfigValue.Decimal(double number) -> Double.isFinite(number);
            case ConfigValue.Table _, ConfigValue.Items _ -> false;
            case ConfigValue.Text _,
                    ConfigValue.Whole _,
                    ConfigValue.Flag _,
                    ConfigValue.Nothing _ ->
                    true;
        };
    }

    private static Optional<Fault> value(String path, ConfigValue value, int depth) {
        if (depth > MOST_DEPTH) {
            return Optional.of(new Fault(path, "is nested deeper than " + MOST_DEPTH));
        }
        return switch (value) {
            case ConfigValue.Decimal(double number) ->
                    Double.isFinite(number)
                            ? Optional.empty()
                            : Optional.of(new Fault(path, "is no finite number"));
            case ConfigValue.Table(var inside) -> entries(path, inside, depth + 1);
            case ConfigValue.Items(var inside) -> {
                Optional<Fault> fault = Optional.empty();
                for (int at = 0; at < inside.size() && fault.isEmpty(); at++) {
                    fault = item(path, at, inside.get(at), depth + 1);
                }
                yield fault;
            }
            case ConfigValue.Text _,
                    ConfigValue.Whole _,
                    ConfigValue.Flag _,
                    ConfigValue.Nothing _ ->
                    Optional.empty();
        };
    }
}
