package daemoneye.rpc.protocol.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A typed value of configurations, error contexts, events and generic payloads: what the design
/// writes as `json!(…)`. Immutable; maps keep their order. How deep and how large a tree may be is
/// decided where it is decoded.
public sealed interface ConfigValue {
    /// Text, e.g. a path.
    record Text(String value) implements ConfigValue {
        @Override
        public String toString() {
            return value;
        }
    }

    /// A whole number, e.g. milliseconds.
    record Whole(long value) implements ConfigValue {
        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /// A decimal number, e.g. per cent.
    record Decimal(double value) implements ConfigValue {
        @Override
        public String toString() {
            return Double.toString(value);
        }
    }

    /// Yes or no.
    record Flag(boolean value) implements ConfigValue {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /// Values in order.
    record Items(List<ConfigValue> values) implements ConfigValue {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return values.toString();
        }
    }

    /// Values by name, in order.
    record Table(Map<String, ConfigValue> entries) implements ConfigValue {
        public Table {
            entries = copy(entries);
        }

        @Override
        public String toString() {
            return entries.toString();
        }
    }

    /// The absence of a value, said aloud.
    record Nothing() implements ConfigValue {
        @Override
        public String toString() {
            return "nothing";
        }
    }

    static Text of(String value) {
        return new Text(value);
    }

    static Whole of(long value) {
        return new Whole(value);
    }

    static Decimal of(double value) {
        return new Decimal(value);
    }

    static Flag of(boolean value) {
        return new Flag(value);
    }

    /// A list of texts.
    static Items texts(List<String> values) {
        var items = new ArrayList<ConfigValue>();
        values.forEach(each -> items.add(new Text(each)));
        return new Items(items);
    }

    /// An unmodifiable copy that keeps the order of `entries`.
    static Map<String, ConfigValue> copy(Map<String, ? extends ConfigValue> entries) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
}
