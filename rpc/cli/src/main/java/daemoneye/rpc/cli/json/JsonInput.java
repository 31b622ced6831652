package daemoneye.rpc.cli.json;

import daemoneye.rpc.protocol.value.ConfigValue;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.json.JsonFactory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;

/// Reads JSON that people write. Strict: a name may occur once, nothing may follow the value, and
/// whole numbers must fit into 64 bits.
public final class JsonInput {
    /// Deeper than any payload that can be sent.
    static final int MAX_DEPTH = 100;

    private static final Pattern INTERNALS = Pattern.compile(" \\(start marker at \\[.*");

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                    .build();

    private JsonInput() {}

    /// @throws BadJson with line and column
    public static ConfigValue read(String text) throws BadJson {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            var first = parser.nextToken();
            if (first == null) {
                throw new BadJson("there is nothing, where JSON was expected");
            }
            var value = value(parser, first);
            if (parser.nextToken() != null) {
                throw new BadJson("something follows the value" + place(parser));
            }
            return value;
        } catch (JacksonException e) {
            throw new BadJson(place(e.getLocation()) + firstSentence(e.getOriginalMessage()));
        }
    }

    // Limits are reported without a place.
    private static String place(@Nullable TokenStreamLocation at) {
        return at == null ? "" : "line %d, column %d: ".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static ConfigValue value(JsonParser from, JsonToken token) throws BadJson {
        return switch (token) {
            case START_OBJECT -> table(from);
            case START_ARRAY -> items(from);
            case VALUE_STRING -> ConfigValue.of(from.getString());
            case VALUE_NUMBER_INT -> whole(from);
            case VALUE_NUMBER_FLOAT -> ConfigValue.of(from.getDoubleValue());
            case VALUE_TRUE -> ConfigValue.of(true);
            case VALUE_FALSE -> ConfigValue.of(false);
            case VALUE_NULL -> new ConfigValue.Nothing();
            case END_ARRAY, END_OBJECT, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new BadJson("a value is missing" + place(from));
        };
    }

    private static ConfigValue table(JsonParser from) throws BadJson {
        var entries = new LinkedHashMap<String, ConfigValue>();
        for (var name = from.nextName(); name != null; name = from.nextName()) {
            entries.put(name, value(from, from.nextToken()));
        }
        return new ConfigValue.Table(entries);
    }

    private static ConfigValue items(JsonParser from) throws BadJson {
        var values = new ArrayList<ConfigValue>();
        for (var next = from.nextToken(); next != JsonToken.END_ARRAY; next = from.nextToken()) {
            values.add(value(from, next));
        }
        return new ConfigValue.Items(values);
    }

    private static ConfigValue whole(JsonParser from) throws BadJson {
        try {
            return ConfigValue.of(from.getLongValue());
        } catch (InputCoercionException tooLarge) {
            throw new BadJson("the number is too large" + place(from));
        }
    }

    private static String place(JsonParser parser) {
        var at = parser.currentTokenLocation();
        return " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr());
    }

    // The parser goes on about its own internals, in the same line or after it.
    private static String firstSentence(String message) {
        var line = message.lines().findFirst().orElse(message);
        return INTERNALS.matcher(line).replaceFirst("");
    }
}
