package daemoneye.rpc.transport.codec.shape;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.KryoBufferUnderflowException;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.id.RequestId;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/// Reads the parts that records are made of, never beyond the record, and never allocates for more
/// than the bytes that are there. Whatever is wrong is a [KryoException] or an
/// [IllegalArgumentException]; [#path()] then says where. For one thread.
public final class BodyInput extends Input {
    /// Most bytes of a text.
    public static final int MAX_TEXT_BYTES = 64 * 1024;

    /// Most entries of a list or map.
    public static final int MAX_ENTRIES = 64 * 1024;

    /// How deep values may be nested.
    public static final int MAX_DEPTH = 16;

    /// How far from 1970 an instant may be: some 31,000 years, so that its microseconds fit a long.
    static final long FARTHEST_SECOND = 1_000_000_000_000L;

    private static final int RECORD_LENGTH_BYTES = 3;

    /// What a body may make us allocate: somewhat less than 64 KiB and 64 times its own bytes.
    private static final long BUDGET = 40 * 1024;

    private static final long BUDGET_PER_BYTE = 60;

    /// What containers and texts cost, measured on a 64-bit JVM with compressed references: a map
    /// and its copy, a list and its copy, a string.
    private static final int MAP_COST = 260;

    private static final int ENTRY_COST = 104;
    private static final int LIST_COST = 130;
    private static final int ELEMENT_COST = 12;
    private static final int TEXT_COST = 56;

    private final Trail trail = new Trail();
    private long budget;

    /// Begins a new body.
    public void begin(byte[] bytes) {
        setBuffer(bytes);
        trail.clear();
        budget = BUDGET + BUDGET_PER_BYTE * bytes.length;
    }

    /// Where reading stands, e.g. `RpcRequest.payload.configChanges[3]`.
    public String path() {
        return trail.toString();
    }

    @Override
    protected int require(int bytes) {
        if (limit - position < bytes) {
            throw new KryoBufferUnderflowException("cut off");
        }
        return limit - position;
    }

    int beginRecord() {
        require(RECORD_LENGTH_BYTES);
        int length = readByteUnsigned() << 16 | readByteUnsigned() << 8 | readByteUnsigned();
        int outerEnd = limit;
        if (length > outerEnd - position) {
            throw new KryoException(
                    "says it has %d bytes, %d are left".formatted(length, outerEnd - position));
        }
        limit = position + length;
        return outerEnd;
    }

    void endRecord(int outerEnd) {
        position = limit;
        limit = outerEnd;
    }

    Trail trail() {
        return trail;
    }

    /// The id of the type that follows.
    int tag() {
        return readByteUnsigned();
    }

    /// Reads a part of its own under a name.
    <T> T part(String field, Function<BodyInput, T> reader) {
        trail.enter(field);
        var value = reader.apply(this);
        trail.leave();
        return value;
    }

    String text(String field) {
        trail.at(field);
        return text();
    }

    long number(String field) {
        trail.at(field);
        return readVarLong(true);
    }

    /// A number that fits an int and is not negative.
    int smallNumber(String field) {
        trail.at(field);
        int value = readVarInt(true);
        if (value < 0) {
            throw new KryoException("is " + Integer.toUnsignedLong(value) + ", too large a number");
        }
        return value;
    }

    Incarnation incarnation(String field) {
        return new Incarnation(number(field));
    }

    boolean flag(String field) {
        trail.at(field);
        return flag();
    }

    double decimal(String field) {
        trail.at(field);
        return decimal();
    }

    private long fixed() {
        return Long.reverseBytes(readLong());
    }

    double decimal() {
        return Double.longBitsToDouble(fixed());
    }

    Instant instant(String field) {
        trail.at(field);
        long micros = fixed();
        long second = Math.floorDiv(micros, 1_000_000L);
        if (Math.abs(second) > FARTHEST_SECOND) {
            throw new KryoException("is an instant too far away: %d µs".formatted(micros));
        }
        return Instant.ofEpochSecond(second, Math.floorMod(micros, 1_000_000L) * 1000);
    }

    CollectorId id(String field) {
        return new CollectorId(text(field));
    }

    RequestId requestId(String field) {
        trail.at(field);
        return new RequestId(new UUID(fixed(), fixed()));
    }

    <E extends Enum<E>> E code(String field, EnumCodes<E> codes) {
        trail.at(field);
        return codes.value(readByteUnsigned());
    }

    <T> Optional<T> optional(String field, Function<BodyInput, T> reader) {
        return present(field) ? Optional.of(part(field, reader)) : Optional.empty();
    }

    Optional<String> optionalText(String field) {
        return present(field) ? Optional.of(text()) : Optional.empty();
    }

    Optional<Incarnation> optionalIncarnation(String field) {
        return present(field) ? Optional.of(new Incarnation(readVarLong(true))) : Optional.empty();
    }

    OptionalLong optionalNumber(String field) {
        return present(field) ? OptionalLong.of(readVarLong(true)) : OptionalLong.empty();
    }

    OptionalInt optionalInt(String field) {
        return present(field) ? OptionalInt.of(readVarInt(false)) : OptionalInt.empty();
    }

    OptionalDouble optionalDecimal(String field) {
        return present(field) ? OptionalDouble.of(decimal()) : OptionalDouble.empty();
    }

    /// @param least bytes of an element
    <T> List<T> list(String field, int least, Function<BodyInput, T> reader) {
        trail.at(field);
        int count = atRecordEnd() ? 0 : count(least);
        if (count == 0) {
            return List.of();
        }
        spend(LIST_COST + (long) ELEMENT_COST * count);
        var list = new ArrayList<T>(count);
        trail.enter(field);
        for (int index = 0; index < count; index++) {
            trail.at(index);
            list.add(reader.apply(this));
        }
        trail.leave();
        return list;
    }

    /// @param least bytes of a value
    <V> Map<String, V> map(String field, int least, Function<BodyInput, V> reader) {
        return map(field, least, BodyInput::text, reader);
    }

    /// Figures by name; see [FigureNames].
    Map<String, Double> figures(String field) {
        return map(field, 8, BodyInput::figureName, BodyInput::decimal);
    }

    private String figureName() {
        var name = text();
        return name.isEmpty() ? FigureNames.name(readVarInt(true)) : name;
    }

    private <V> Map<String, V> map(
            String field,
            int least,
            Function<BodyInput, String> name,
            Function<BodyInput, V> reader) {
        trail.at(field);
        int count = atRecordEnd() ? 0 : count(1 + least);
        if (count == 0) {
            return Map.of();
        }
        spend(MAP_COST + (long) ENTRY_COST * count);
        var map = LinkedHashMap.<String, V>newLinkedHashMap(count);
        trail.enter(field);
        for (int index = 0; index < count; index++) {
            trail.at(index);
            var key = name.apply(this);
            if (map.put(key, reader.apply(this)) != null) {
                throw new KryoException("is a second entry named \"" + key + "\"");
            }
        }
        trail.leave();
        return map;
    }

    String text() {
        int length = readVarInt(true);
        if (length < 0 || length > MAX_TEXT_BYTES) {
            throw new KryoException(
                    "has %d bytes, at most %d are allowed"
                            .formatted(Integer.toUnsignedLong(length), MAX_TEXT_BYTES));
        }
        if (length == 0) {
            return "";
        }
        require(length);
        spend(TEXT_COST + length);
        var text = new String(buffer, position, length, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            refuseReplacements(text, length);
        }
        position += length;
        return text;
    }

    boolean flag() {
        int value = readByteUnsigned();
        if (value > 1) {
            throw new KryoException("is a flag of value " + value + ", 0 and 1 are allowed");
        }
        return value == 1;
    }

    // Thousands of tiny tables would cost a hundred times their bytes.
    private void spend(long cost) {
        budget -= cost;
        if (budget < 0) {
            throw new KryoException("is one container too many for so few bytes");
        }
    }

    private boolean present(String field) {
        trail.at(field);
        return !atRecordEnd() && flag();
    }

    private boolean atRecordEnd() {
        return position == limit;
    }

    private int count(int least) {
        int count = readVarInt(true);
        if (count < 0 || count > MAX_ENTRIES || count > (limit - position) / least) {
            throw new KryoException(
                    "says it has %d entries, which %d bytes cannot hold (at most %d are allowed)"
                            .formatted(
                                    Integer.toUnsignedLong(count), limit - position, MAX_ENTRIES));
        }
        return count;
    }

    // The replacement character stands for what is no UTF-8, but may have been sent as such.
    // Loops without streams: many short texts must not allocate more than a few times their bytes.
    private void refuseReplacements(String text, int length) {
        int replaced = 0;
        for (int at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) {
            replaced++;
        }
        int sent = 0;
        for (int at = position; at < position + length - 2; at++) {
            boolean same =
                    buffer[at] == (byte) 0xef
                            && buffer[at + 1] == (byte) 0xbf
                            && buffer[at + 2] == (byte) 0xbd;
            sent += same ? 1 : 0;
        }
        if (replaced != sent) {
            throw new KryoException("is not UTF-8 text");
        }
    }
}
