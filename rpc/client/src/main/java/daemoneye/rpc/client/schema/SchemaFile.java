package daemoneye.rpc.client.schema;

import daemoneye.rpc.protocol.value.ConfigValue;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/// One schema file on the class path, and what it says of each setting.
///
/// @param text the file as it is
/// @param rules in the order in which people see them (`x-order`)
record SchemaFile(String type, String text, List<SettingRule> rules) {
    /// What we say beside what JSON Schema says.
    static final Set<String> OWN_KEYWORDS =
            Set.of("x-unit", "x-apply", "x-secret", "x-order", "x-expects");

    /// What else a plain property consists of: all of it is known to [Setting].
    private static final Set<String> PLAIN =
            Set.of(
                    "type",
                    "minimum",
                    "maximum",
                    "maxLength",
                    "pattern",
                    "maxItems",
                    "uniqueItems",
                    "items",
                    "default",
                    "description");

    private static final Set<String> PLAIN_ITEMS = Set.of("type", "maxLength", "pattern");

    SchemaFile {
        rules = List.copyOf(rules);
    }

    /// Empty if there is no such file.
    static Optional<SchemaFile> read(String type) {
        try (var file = SchemaFile.class.getResourceAsStream("/schemas/" + type + ".json")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(parse(type, file.readNBytes(ConfigJson.MOST_BYTES)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the schema of " + type, e);
        }
    }

    private static SchemaFile parse(String type, byte[] bytes) {
        var properties = table(ConfigJson.object(bytes).get("properties"));
        record Placed(long order, SettingRule rule) {}
        var placed = new ArrayList<Placed>();
        properties.forEach(
                (name, property) -> {
                    var said = table(property);
                    placed.add(new Placed(whole(said.get("x-order")), rule(name, said)));
                });
        placed.sort(Comparator.comparingLong(Placed::order));
        return new SchemaFile(
                type,
                new String(bytes, StandardCharsets.UTF_8),
                placed.stream().map(Placed::rule).toList());
    }

    private static SettingRule rule(String name, Map<String, ConfigValue> said) {
        var kind = kind(said);
        var setting =
                new Setting(
                        name,
                        kind,
                        known(said.get("default"), name),
                        number(said.get("minimum")),
                        number(said.get("maximum")),
                        text(said.get("x-unit")),
                        Setting.Apply.valueOf(text(said.get("x-apply")).toUpperCase(Locale.ROOT)),
                        ConfigValue.of(true).equals(said.get("x-secret")),
                        text(said.get("description")));
        var expects = text(said.get("x-expects"));
        return new SettingRule(setting, expects, texts(said), isPlain(said));
    }

    private static boolean isPlain(Map<String, ConfigValue> said) {
        return PLAIN_ITEMS.containsAll(table(said.get("items")).keySet())
                && said.keySet().stream()
                        .allMatch(each -> PLAIN.contains(each) || OWN_KEYWORDS.contains(each));
    }

    /// Of the text itself, or of those in the list.
    private static TextRule texts(Map<String, ConfigValue> said) {
        var items = table(said.get("items"));
        var of = items.isEmpty() ? said : items;
        var pattern = text(of.get("pattern"));
        return new TextRule(
                most(of.get("maxLength")),
                pattern.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(pattern)),
                most(said.get("maxItems")),
                ConfigValue.of(true).equals(said.get("uniqueItems")));
    }

    private static int most(@Nullable ConfigValue value) {
        return Math.clamp(whole(value), 0, Integer.MAX_VALUE);
    }

    private static Setting.Kind kind(Map<String, ConfigValue> said) {
        return switch (text(said.get("type"))) {
            case "boolean" -> Setting.Kind.FLAG;
            case "integer" -> Setting.Kind.WHOLE;
            case "number" -> Setting.Kind.DECIMAL;
            case "string" -> Setting.Kind.TEXT;
            case "array" -> Setting.Kind.TEXTS;
            default -> throw new IllegalStateException("a setting of no known kind: " + said);
        };
    }

    private static ConfigValue known(@Nullable ConfigValue usual, String name) {
        if (usual == null) {
            throw new IllegalStateException(name + " has no default");
        }
        return usual;
    }

    private static OptionalDouble number(@Nullable ConfigValue value) {
        return switch (value) {
            case ConfigValue.Whole(var number) -> OptionalDouble.of((double) number);
            case ConfigValue.Decimal(var number) -> OptionalDouble.of(number);
            case null, default -> OptionalDouble.empty();
        };
    }

    private static long whole(@Nullable ConfigValue value) {
        return value instanceof ConfigValue.Whole(var number) ? number : Long.MAX_VALUE;
    }

    private static String text(@Nullable ConfigValue value) {
        return value instanceof ConfigValue.Text(var text) ? text : "";
    }

    private static Map<String, ConfigValue> table(@Nullable ConfigValue value) {
        return value instanceof ConfigValue.Table(var entries) ? entries : Map.of();
    }
}
