package daemoneye.rpc.agent.configuration.store;

import daemoneye.rpc.protocol.value.ConfigValue;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/// Settings as JSON and back.
final class ValueJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ValueJson() {}

    static ObjectNode of(Map<String, ConfigValue> values) {
        var node = NODES.objectNode();
        values.forEach((name, value) -> node.set(name, of(value)));
        return node;
    }

    /// @throws IllegalArgumentException if it is no object, or holds what no setting can
    static Map<String, ConfigValue> table(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("values are not an object");
        }
        var values = new LinkedHashMap<String, ConfigValue>();
        node.properties().forEach(each -> values.put(each.getKey(), value(each.getValue())));
        return values;
    }

    private static JsonNode of(ConfigValue value) {
        return switch (value) {
            case ConfigValue.Text(var text) -> NODES.stringNode(text);
            case ConfigValue.Whole(var number) -> NODES.numberNode(number);
            case ConfigValue.Decimal(var number) -> NODES.numberNode(number);
            case ConfigValue.Flag(var flag) -> NODES.booleanNode(flag);
            case ConfigValue.Items(var items) -> items(items);
            case ConfigValue.Table(var entries) -> of(entries);
            case ConfigValue.Nothing() -> NODES.nullNode();
        };
    }

    private static ArrayNode items(Iterable<ConfigValue> items) {
        var node = NODES.arrayNode();
        items.forEach(each -> node.add(of(each)));
        return node;
    }

    private static ConfigValue value(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> ConfigValue.of(node.stringValue());
            case BOOLEAN -> ConfigValue.of(node.booleanValue());
            case NUMBER -> number(node);
            case ARRAY -> {
                var items = new ArrayList<ConfigValue>();
                node.values().forEach(each -> items.add(value(each)));
                yield new ConfigValue.Items(items);
            }
            case OBJECT -> new ConfigValue.Table(table(node));
            case NULL -> new ConfigValue.Nothing();
            case BINARY, POJO, MISSING ->
                    throw new IllegalArgumentException("no setting can be " + node.getNodeType());
        };
    }

    private static ConfigValue number(JsonNode node) {
        if (!node.isIntegralNumber()) {
            return ConfigValue.of(node.doubleValue());
        }
        if (!node.canConvertToLong()) {
            throw new IllegalArgumentException("a number has more than 64 bits");
        }
        return ConfigValue.of(node.longValue());
    }
}
