package daemoneye.rpc.cli.json;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.protocol.value.WireName;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Turns the records of the protocol into trees with the design's field names. What is absent is
/// there as null, so that a script can rely on every field.
public final class RecordJson {
    private RecordJson() {}

    /// @throws IllegalArgumentException for a type that the protocol does not use
    public static ConfigValue of(Object value) {
        return switch (value) {
            case ConfigValue already -> already;
            case String text -> ConfigValue.of(text);
            case Boolean flag -> ConfigValue.of(flag);
            case Integer number -> ConfigValue.of(number);
            case Long number -> ConfigValue.of(number);
            case Double number -> ConfigValue.of(number);
            case Instant at -> ConfigValue.of(at.toString());
            case Optional<?> maybe -> maybe.map(RecordJson::of).orElseGet(ConfigValue.Nothing::new);
            case OptionalInt maybe when maybe.isPresent() -> ConfigValue.of(maybe.getAsInt());
            case OptionalLong maybe when maybe.isPresent() -> ConfigValue.of(maybe.getAsLong());
            case OptionalDouble maybe when maybe.isPresent() -> ConfigValue.of(maybe.getAsDouble());
            case OptionalInt _, OptionalLong _, OptionalDouble _ -> new ConfigValue.Nothing();
            case Collection<?> values -> items(values);
            case Map<?, ?> entries -> table(entries);
            default -> ofOurs(value);
        };
    }

    /// The fields of a record, in order.
    public static ConfigValue.Table fields(Record value) {
        var entries = new LinkedHashMap<String, ConfigValue>();
        for (var component : value.getClass().getRecordComponents()) {
            entries.put(FieldNames.ofDesign(component.getName()), of(read(component, value)));
        }
        return new ConfigValue.Table(entries);
    }

    private static ConfigValue ofOurs(Object value) {
        return switch (value) {
            case CollectorId id -> ConfigValue.of(id.text());
            case RequestId id -> ConfigValue.of(id.toString());
            case Topic topic -> ConfigValue.of(topic.toString());
            case Incarnation life -> ConfigValue.of(life.value());
            case CollectorOperation operation -> ConfigValue.of(operation.designName());
            case WireName name -> ConfigValue.of(name.wireName());
            case GenericPayload(var values) -> table(values);
            case Record plain -> fields(plain);
            default ->
                    throw new IllegalArgumentException(
                            "no JSON is known for " + value.getClass().getName());
        };
    }

    private static ConfigValue items(Collection<?> values) {
        var items = new ArrayList<ConfigValue>();
        values.forEach(each -> items.add(of(each)));
        return new ConfigValue.Items(items);
    }

    private static ConfigValue table(Map<?, ?> entries) {
        var table = new LinkedHashMap<String, ConfigValue>();
        entries.forEach((name, each) -> table.put(name.toString(), of(each)));
        return new ConfigValue.Table(table);
    }

    private static Object read(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("a record that is not public: " + of, e);
        }
    }
}
