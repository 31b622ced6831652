package daemoneye.rpc.cli.json;

import daemoneye.rpc.protocol.value.ConfigValue;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/// Builds a record of the protocol from a tree with the design's field names. Strict: an unknown
/// field is refused by name, with the known ones. What may be absent may be left out or null.
public final class PayloadReader {
    private final ValueReader values = new ValueReader(this);

    /// @param where the tree stands, for messages, e.g. `payload`
    /// @throws BadJson if it does not fit, with the field named
    public <T extends Record> T read(Class<T> type, ConfigValue tree, String where) throws BadJson {
        if (!(tree instanceof ConfigValue.Table table)) {
            throw new BadJson("%s must be an object { … } with %s".formatted(where, known(type)));
        }
        refuseUnknown(type, table, where);
        var components = type.getRecordComponents();
        var arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            arguments[i] = component(components[i], table, where);
        }
        return build(type, components, arguments, where);
    }

    /// The names of a record's fields, as the design writes them.
    public static List<String> names(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(each -> FieldNames.ofDesign(each.getName()))
                .toList();
    }

    private Object component(RecordComponent component, ConfigValue.Table table, String where)
            throws BadJson {
        var name = FieldNames.ofDesign(component.getName());
        var given = given(table, name);
        var type = component.getGenericType();
        if (given == null) {
            return values.absent(type)
                    .orElseThrow(() -> new BadJson("%s needs the field %s".formatted(where, name)));
        }
        return values.read(type, given, where + "." + name);
    }

    private static @Nullable ConfigValue given(ConfigValue.Table table, String name) {
        var given = table.entries().get(name);
        return given instanceof ConfigValue.Nothing ? null : given;
    }

    private static void refuseUnknown(
            Class<? extends Record> type, ConfigValue.Table table, String where) throws BadJson {
        var unknown = new LinkedHashMap<>(table.entries());
        unknown.keySet().removeAll(names(type));
        if (!unknown.isEmpty()) {
            throw new BadJson(
                    "%s has no field \"%s\"; it knows %s"
                            .formatted(where, unknown.firstEntry().getKey(), known(type)));
        }
    }

    private static String known(Class<? extends Record> type) {
        return names(type).isEmpty() ? "no fields" : String.join(", ", names(type));
    }

    private static <T extends Record> T build(
            Class<T> type, RecordComponent[] components, Object[] arguments, String where)
            throws BadJson {
        var types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (InvocationTargetException e) {
            var cause = e.getCause();
            throw new BadJson(
                    "%s: %s".formatted(where, cause == null ? e.toString() : cause.getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("not a public record: " + type, e);
        }
    }
}
