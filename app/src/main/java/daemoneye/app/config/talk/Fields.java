package daemoneye.app.config.talk;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads fields of an answer. What is missing or of another kind is empty: answers may come from an
/// older or a newer program.
record Fields(Map<String, ConfigValue> values) {
    String text(String name) {
        return values.get(name) instanceof ConfigValue.Text(var text) ? text : "";
    }

    long number(String name) {
        return values.get(name) instanceof ConfigValue.Whole(var number) ? number : 0;
    }

    boolean flag(String name) {
        return ConfigValue.of(true).equals(values.get(name));
    }

    List<String> names(String name) {
        return items(name).stream().map(ConfigValue::toString).toList();
    }

    List<ConfigValue> items(String name) {
        return values.get(name) instanceof ConfigValue.Items(var items) ? items : List.of();
    }

    Map<String, ConfigValue> table(String name) {
        return values.get(name) instanceof ConfigValue.Table(var entries) ? entries : Map.of();
    }

    Map<String, String> texts(String name) {
        var texts = new LinkedHashMap<String, String>();
        table(name).forEach((key, value) -> texts.put(key, value.toString()));
        return texts;
    }

    Optional<Instant> time(String name) {
        try {
            return Optional.of(Instant.parse(text(name)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
