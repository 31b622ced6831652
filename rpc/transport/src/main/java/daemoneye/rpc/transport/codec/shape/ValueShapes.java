package daemoneye.rpc.transport.codec.shape;

import com.esotericsoftware.kryo.KryoException;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.List;
import java.util.Map;

/// Values: `u8 type` and the content. They are no records: the closed set of types will not grow
/// within a protocol version.
///
/// ```
/// 1 text      text
/// 2 whole     variable-length long, zigzag
/// 3 decimal   IEEE 754, 8 bytes
/// 4 no, 5 yes nothing more
/// 6 list      count, values
/// 7 table     count, then text and value of each entry
/// 8 nothing   nothing more
/// ```
final class ValueShapes {
    private static final int TEXT = 1;
    private static final int WHOLE = 2;
    private static final int DECIMAL = 3;
    private static final int NO = 4;
    private static final int YES = 5;
    private static final int ITEMS = 6;
    private static final int TABLE = 7;
    private static final int NOTHING = 8;

    private static final ConfigValue FALSE = ConfigValue.of(false);
    private static final ConfigValue TRUE = ConfigValue.of(true);
    private static final ConfigValue NONE = new ConfigValue.Nothing();
    private static final ConfigValue NO_ITEMS = new ConfigValue.Items(List.of());
    private static final ConfigValue EMPTY_TABLE = new ConfigValue.Table(Map.of());

    private ValueShapes() {}

    static void writeMap(BodyOutput out, Map<String, ConfigValue> values) {
        out.map(values, ValueShapes::write);
    }

    static Map<String, ConfigValue> readMap(BodyInput in, String field) {
        return in.map(field, 1, each -> read(each, 1));
    }

    private static void write(BodyOutput out, ConfigValue value) {
        switch (value) {
            case ConfigValue.Text text -> {
                out.writeByte(TEXT);
                out.text(text.value());
            }
            case ConfigValue.Whole whole -> {
                out.writeByte(WHOLE);
                out.writeVarLong(whole.value(), false);
            }
            case ConfigValue.Decimal decimal -> {
                out.writeByte(DECIMAL);
                out.decimal(decimal.value());
            }
            case ConfigValue.Flag flag -> out.writeByte(flag.value() ? YES : NO);
            case ConfigValue.Items items -> writeItems(out, items);
            case ConfigValue.Table table -> writeTable(out, table);
            case ConfigValue.Nothing _ -> out.writeByte(NOTHING);
        }
    }

    private static void writeItems(BodyOutput out, ConfigValue.Items items) {
        out.writeByte(ITEMS);
        out.enter("a list");
        out.list(items.values(), ValueShapes::write);
        out.leave();
    }

    private static void writeTable(BodyOutput out, ConfigValue.Table table) {
        out.writeByte(TABLE);
        out.enter("a table");
        out.map(table.entries(), ValueShapes::write);
        out.leave();
    }

    private static ConfigValue read(BodyInput in, int depth) {
        int type = in.tag();
        return switch (type) {
            case TEXT -> new ConfigValue.Text(in.text());
            case WHOLE -> new ConfigValue.Whole(in.readVarLong(false));
            case DECIMAL -> new ConfigValue.Decimal(in.decimal());
            case NO -> FALSE;
            case YES -> TRUE;
            case ITEMS -> items(in, depth);
            case TABLE -> table(in, depth);
            case NOTHING -> NONE;
            default -> throw new KryoException("is a value of type " + type + ", 1 to 8 are known");
        };
    }

    private static ConfigValue items(BodyInput in, int depth) {
        refuseDeeper(depth);
        in.trail().down();
        var values = in.list("", 1, each -> read(each, depth + 1));
        in.trail().leave();
        return values.isEmpty() ? NO_ITEMS : new ConfigValue.Items(values);
    }

    private static ConfigValue table(BodyInput in, int depth) {
        refuseDeeper(depth);
        in.trail().down();
        var entries = in.map("", 1, each -> read(each, depth + 1));
        in.trail().leave();
        return entries.isEmpty() ? EMPTY_TABLE : new ConfigValue.Table(entries);
    }

    private static void refuseDeeper(int depth) {
        if (depth > BodyInput.MAX_DEPTH) {
            throw new KryoException("is nested deeper than " + BodyInput.MAX_DEPTH);
        }
    }
}
