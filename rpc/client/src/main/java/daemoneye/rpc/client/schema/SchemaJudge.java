package daemoneye.rpc.client.schema;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;

import daemoneye.rpc.protocol.value.ConfigValue;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Asks the schema library. Made only when there is something to judge, because the library costs
/// more than the start of a collector.
final class SchemaJudge {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Schema schema;

    SchemaJudge(String schemaText) {
        schema = SchemaRegistry.withDialect(dialect()).getSchema(schemaText, InputFormat.JSON);
    }

    /// JSON Schema 2020-12 and our own keywords, which judge nothing.
    private static Dialect dialect() {
        var dialect = Dialect.builder(Dialects.getDraft202012());
        SchemaFile.OWN_KEYWORDS.forEach(each -> dialect.keyword(new NonValidationKeyword(each)));
        return dialect.build();
    }

    /// What the library objects to.
    ///
    /// @param setting the name of the setting
    /// @param path as [SettingFault#path]
    record Objection(String setting, String path) {}

    List<Objection> objections(Map<String, ConfigValue> values) {
        var found = new ArrayList<Objection>();
        for (var error : schema.validate(node(new ConfigValue.Table(values)))) {
            found.add(objection(error));
        }
        return found;
    }

    /// The library names an unknown setting beside the place, all others in it.
    private static Objection objection(Error error) {
        var place = error.getInstanceLocation();
        var property = error.getProperty();
        if (place.getNameCount() == 0) {
            var name = property == null ? "" : property;
            return new Objection(name, PathText.name(name));
        }
        var path = new StringBuilder(PathText.name(place.getName(0)));
        for (int at = 1; at < place.getNameCount(); at++) {
            if (place.getElement(at) instanceof Integer index) {
                path.append('[').append(index).append(']');
            } else {
                path.append('.').append(PathText.name(place.getName(at)));
            }
        }
        return new Objection(place.getName(0), path.toString());
    }

    private static JsonNode node(ConfigValue value) {
        return switch (value) {
            case ConfigValue.Text(var text) -> NODES.stringNode(text);
            case ConfigValue.Whole(var number) -> NODES.numberNode(number);
            case ConfigValue.Decimal(var number) -> NODES.numberNode(number);
            case ConfigValue.Flag(var flag) -> NODES.booleanNode(flag);
            case ConfigValue.Items(var items) -> {
                var list = NODES.arrayNode();
                items.forEach(each -> list.add(node(each)));
                yield list;
            }
            case ConfigValue.Table(var entries) -> {
                var table = NODES.objectNode();
                entries.forEach((name, each) -> table.set(name, node(each)));
                yield table;
            }
            case ConfigValue.Nothing() -> NODES.nullNode();
        };
    }
}
