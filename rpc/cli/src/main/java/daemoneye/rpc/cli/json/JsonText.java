package daemoneye.rpc.cli.json;

import daemoneye.rpc.protocol.value.ConfigValue;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultPrettyPrinter;

import java.io.StringWriter;

/// Writes a tree as JSON. Every character beyond ASCII is escaped, so the text survives any
/// terminal; numbers that JSON does not know become null.
public final class JsonText {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JsonText() {}

    /// On one line, for scripts.
    public static String compact(ConfigValue value) {
        return write(value, ObjectWriteContext.empty());
    }

    /// On many lines, for people.
    public static String pretty(ConfigValue value) {
        return write(value, new Pretty());
    }

    private static String write(ConfigValue value, ObjectWriteContext context) {
        var text = new StringWriter();
        try (var generator = FACTORY.createGenerator(context, text)) {
            write(value, generator);
        }
        return text.toString();
    }

    private static void write(ConfigValue value, JsonGenerator to) {
        switch (value) {
            case ConfigValue.Text(String text) -> to.writeString(text);
            case ConfigValue.Whole(long number) -> to.writeNumber(number);
            case ConfigValue.Decimal(double number) when Double.isFinite(number) ->
                    to.writeNumber(number);
            case ConfigValue.Decimal _, ConfigValue.Nothing _ -> to.writeNull();
            case ConfigValue.Flag(boolean flag) -> to.writeBoolean(flag);
            case ConfigValue.Items items -> {
                to.writeStartArray();
                items.values().forEach(each -> write(each, to));
                to.writeEndArray();
            }
            case ConfigValue.Table table -> {
                to.writeStartObject();
                table.entries()
                        .forEach(
                                (name, each) -> {
                                    to.writeName(name);
                                    write(each, to);
                                });
                to.writeEndObject();
            }
        }
    }

    private static final class Pretty extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
