package daemoneye.rpc.cli.json;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.protocol.value.WireName;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// Reads one field of a record by its declared type.
final class ValueReader {
    private final PayloadReader records;

    ValueReader(PayloadReader records) {
        this.records = records;
    }

    /// What a field is that was not given; empty if it must be given.
    Optional<Object> absent(Type type) {
        return Optional.ofNullable(
                switch (raw(type).getSimpleName()) {
                    case "Optional" -> Optional.empty();
                    case "OptionalInt" -> OptionalInt.empty();
                    case "OptionalLong" -> OptionalLong.empty();
                    case "OptionalDouble" -> OptionalDouble.empty();
                    case "Map" -> Map.of();
                    case "List" -> List.of();
                    case "boolean" -> false;
                    default -> null;
                });
    }

    Object read(Type type, ConfigValue value, String where) throws BadJson {
        return switch (raw(type).getSimpleName()) {
            case "Optional" -> Optional.of(read(argument(type, 0), value, where));
            case "OptionalInt" -> OptionalInt.of(Math.toIntExact(whole(value, where)));
            case "OptionalLong" -> OptionalLong.of(whole(value, where));
            case "OptionalDouble" -> OptionalDouble.of(decimal(value, where));
            case "Map" -> map(argument(type, 1), value, where);
            case "List" -> list(argument(type, 0), value, where);
            case "boolean", "Boolean" -> flag(value, where);
            case "long", "Long" -> whole(value, where);
            case "double", "Double" -> decimal(value, where);
            case "String" -> text(value, where);
            case "ConfigValue" -> value;
            default -> ours(raw(type), value, where);
        };
    }

    private Object ours(Class<?> type, ConfigValue value, String where) throws BadJson {
        if (type == CollectorId.class) {
            return id(text(value, where), where);
        }
        if (type == Incarnation.class) {
            return incarnation(whole(value, where), where);
        }
        if (type == CollectorOperation.class) {
            return operation(text(value, where), where);
        }
        if (type.isEnum()) {
            return constant(type, text(value, where), where);
        }
        if (type.isRecord()) {
            return records.read(type.asSubclass(Record.class), value, where);
        }
        throw new IllegalArgumentException("no JSON is known for " + type.getName());
    }

    private static CollectorId id(String text, String where) throws BadJson {
        var fault = CollectorId.fault(text);
        if (fault.isPresent()) {
            throw new BadJson(where + ": " + fault.get());
        }
        return new CollectorId(text);
    }

    private static Incarnation incarnation(long number, String where) throws BadJson {
        if (number < 0) {
            throw new BadJson(where + " must not be negative");
        }
        return new Incarnation(number);
    }

    private static CollectorOperation operation(String name, String where) throws BadJson {
        return CollectorOperation.named(name)
                .orElseThrow(
                        () ->
                                new BadJson(
                                        "%s: there is no operation \"%s\"".formatted(where, name)));
    }

    private static Object constant(Class<?> type, String name, String where) throws BadJson {
        var known =
                Arrays.stream(type.getEnumConstants())
                        .map(WireName.class::cast)
                        .filter(each -> !each.wireName().equals("unknown"))
                        .toList();
        for (var each : known) {
            if (each.wireName().equalsIgnoreCase(name)) {
                return each;
            }
        }
        throw new BadJson(
                "%s cannot be \"%s\"; it is one of %s"
                        .formatted(
                                where,
                                name,
                                known.stream()
                                        .map(WireName::wireName)
                                        .collect(Collectors.joining(", "))));
    }

    private Map<String, Object> map(Type of, ConfigValue value, String where) throws BadJson {
        if (!(value instanceof ConfigValue.Table table)) {
            throw new BadJson(where + " must be an object { … }");
        }
        var entries = new LinkedHashMap<String, Object>();
        for (var each : table.entries().entrySet()) {
            entries.put(each.getKey(), read(of, each.getValue(), where + "." + each.getKey()));
        }
        return entries;
    }

    private List<Object> list(Type of, ConfigValue value, String where) throws BadJson {
        if (!(value instanceof ConfigValue.Items items)) {
            throw new BadJson(where + " must be a list [ … ]");
        }
        var values = new ArrayList<>();
        for (int i = 0; i < items.values().size(); i++) {
            values.add(read(of, items.values().get(i), where + "[" + i + "]"));
        }
        return values;
    }

    private static String text(ConfigValue value, String where) throws BadJson {
        if (value instanceof ConfigValue.Text(String text)) {
            return text;
        }
        throw new BadJson(where + " must be a text \"…\"");
    }

    private static long whole(ConfigValue value, String where) throws BadJson {
        if (value instanceof ConfigValue.Whole(long number)) {
            return number;
        }
        throw new BadJson(where + " must be a whole number");
    }

    private static double decimal(ConfigValue value, String where) throws BadJson {
        return switch (value) {
            case ConfigValue.Whole(long number) -> number;
            case ConfigValue.Decimal(double number) -> number;
            case ConfigValue.Text _,
                    ConfigValue.Flag _,
                    ConfigValue.Items _,
                    ConfigValue.Table _,
                    ConfigValue.Nothing _ ->
                    throw new BadJson(where + " must be a number");
        };
    }

    private static boolean flag(ConfigValue value, String where) throws BadJson {
        if (value instanceof ConfigValue.Flag(boolean flag)) {
            return flag;
        }
        throw new BadJson(where + " must be true or false");
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : (Class<?>) type;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
