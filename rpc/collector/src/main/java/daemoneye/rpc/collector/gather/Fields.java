package daemoneye.rpc.collector.gather;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.LinkedHashMap;
import java.util.Map;

/// Builds the fields of an observation, in order and bounded.
public final class Fields {
    /// Most characters of one text; the rest is cut and marked with an ellipsis.
    public static final int MAX_TEXT = 1_024;

    private final Map<String, ConfigValue> entries = new LinkedHashMap<>();

    public Fields with(String name, String text) {
        entries.put(name, ConfigValue.of(bounded(text, MAX_TEXT)));
        return this;
    }

    public Fields with(String name, long number) {
        entries.put(name, ConfigValue.of(number));
        return this;
    }

    /// Rounded to two places: more are noise.
    public Fields with(String name, double number) {
        if (Double.isFinite(number)) {
            entries.put(name, ConfigValue.of(Math.round(number * 100) / 100.0));
        }
        return this;
    }

    public Fields with(String name, ConfigValue value) {
        entries.put(name, value);
        return this;
    }

    public ConfigValue.Table table() {
        return new ConfigValue.Table(entries);
    }

    /// As an observation of type `kind.what`.
    public Observation seen(String kind, String what) {
        return new Observation(kind, what, entries);
    }

    /// `text`, or its beginning and an ellipsis.
    public static String bounded(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
