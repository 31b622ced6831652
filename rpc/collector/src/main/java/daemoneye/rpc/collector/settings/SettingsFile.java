package daemoneye.rpc.collector.settings;

import daemoneye.rpc.collector.gather.Reasons;
import daemoneye.rpc.protocol.value.ConfigValue;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads settings from a JSON file: one object, setting names to values. Token by token, without
/// data binding, which would cost a collector more than the rest of its start.
public final class SettingsFile {
    /// Most bytes of a file.
    public static final int MOST_BYTES = 256 * 1024;

    private static final int MOST_DEPTH = 8;

    private SettingsFile() {}

    /// @throws IllegalArgumentException with a sentence for people, if it cannot be read
    public static Map<String, ConfigValue> read(Path file) {
        var text = text(file);
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw refusal(file, "it is not one JSON object");
            }
            var values = object(parser, 1);
            if (parser.nextToken() != null) {
                throw refusal(file, "something follows the JSON object");
            }
            return values;
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw refusal(
                    file,
                    "line %d, column %d is not JSON".formatted(at.getLineNr(), at.getColumnNr()));
        }
    }

    private static byte[] text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw refusal(file, "it has more than %d bytes".formatted(MOST_BYTES));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw refusal(file, Reasons.of(e));
        }
    }

    private static Map<String, ConfigValue> object(JsonParser parser, int depth) {
        var values = new LinkedHashMap<String, ConfigValue>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            values.put(name, value(parser, depth));
        }
        return values;
    }

    private static ConfigValue value(JsonParser parser, int depth) {
        if (depth > MOST_DEPTH) {
            throw new IllegalArgumentException(
                    "settings are nested more than %d deep".formatted(MOST_DEPTH));
        }
        return switch (parser.currentToken()) {
            case VALUE_STRING -> ConfigValue.of(parser.getString());
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> ConfigValue.of(parser.getDoubleValue());
            case VALUE_TRUE -> ConfigValue.of(true);
            case VALUE_FALSE -> ConfigValue.of(false);
            case START_OBJECT -> new ConfigValue.Table(object(parser, depth + 1));
            case START_ARRAY -> items(parser, depth + 1);
            default -> new ConfigValue.Nothing();
        };
    }

    private static ConfigValue whole(JsonParser parser) {
        return ConfigValue.of(parser.getLongValue());
    }

    private static ConfigValue items(JsonParser parser, int depth) {
        var items = new ArrayList<ConfigValue>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, depth));
        }
        return new ConfigValue.Items(items);
    }

    private static IllegalArgumentException refusal(Path file, String why) {
        return new IllegalArgumentException("cannot use the settings in " + file + ": " + why);
    }
}
