package daemoneye.rpc.client.schema;

import daemoneye.rpc.protocol.value.ConfigValue;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads one JSON object as values. Token by token, without data binding, which would cost a
/// collector more than the rest of its start.
public final class ConfigJson {
    /// Most bytes that are read.
    public static final int MOST_BYTES = 256 * 1024;

    private static final int MOST_DEPTH = 16;
    private static final JsonFactory FACTORY = new JsonFactory();

    private ConfigJson() {}

    /// @throws IllegalArgumentException with the end of a sentence, e.g. "line 3, column 1 is not
    ///     JSON", or "scan_interval_ms is too large a number"
    public static Map<String, ConfigValue> object(byte[] text) {
        if (text.length > MOST_BYTES) {
            throw new IllegalArgumentException("it has more than %d bytes".formatted(MOST_BYTES));
        }
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("it is not one JSON object");
            }
            var values = object(parser, 1, "");
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("something follows the JSON object");
            }
            return values;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(place(e));
        }
    }

    /// A limit of the parser, e.g. on digits, has no place.
    private static String place(JacksonException fault) {
        var at = fault.getLocation();
        return at == null
                ? "it is beyond the limits of JSON that is read"
                : "line %d, column %d is not JSON".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static Map<String, ConfigValue> object(JsonParser parser, int depth, String prefix) {
        var values = new LinkedHashMap<String, ConfigValue>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var path = prefix + PathText.name(name);
            parser.nextToken();
            if (values.put(name, value(parser, depth, path)) != null) {
                throw new IllegalArgumentException(path + " is there twice");
            }
        }
        return values;
    }

    private static ConfigValue value(JsonParser parser, int depth, String path) {
        if (depth > MOST_DEPTH) {
            throw new IllegalArgumentException(
                    "%s is nested more than %d deep".formatted(path, MOST_DEPTH));
        }
        return switch (parser.currentToken()) {
            case VALUE_STRING -> ConfigValue.of(parser.getString());
            case VALUE_NUMBER_INT -> whole(parser, path);
            case VALUE_NUMBER_FLOAT -> ConfigValue.of(parser.getDoubleValue());
            case VALUE_TRUE -> ConfigValue.of(true);
            case VALUE_FALSE -> ConfigValue.of(false);
            case START_OBJECT -> new ConfigValue.Table(object(parser, depth + 1, path + "."));
            case START_ARRAY -> items(parser, depth + 1, path);
            default -> new ConfigValue.Nothing();
        };
    }

    private static ConfigValue whole(JsonParser parser, String path) {
        if (parser.getNumberType() == NumberType.BIG_INTEGER) {
            throw new IllegalArgumentException(path + " is too large a number");
        }
        return ConfigValue.of(parser.getLongValue());
    }

    private static ConfigValue items(JsonParser parser, int depth, String path) {
        var items = new ArrayList<ConfigValue>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, depth, path + "[" + items.size() + "]"));
        }
        return new ConfigValue.Items(items);
    }
}
