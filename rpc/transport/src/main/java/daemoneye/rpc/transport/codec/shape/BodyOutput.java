package daemoneye.rpc.transport.codec.shape;

import com.esotericsoftware.kryo.io.Output;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.id.RequestId;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.BiConsumer;

/// Writes the parts that records are made of, and refuses what [BodyInput] would not read, with an
/// [IllegalArgumentException]. For one thread.
public final class BodyOutput extends Output {
    private static final int FIRST_BYTES = 1024;
    private static final int RECORD_LENGTH_BYTES = 3;
    private int depth;
    private Object writtenLast = new Object();
    private byte[] bytesOfLast = {};

    /// @param most bytes of a body
    public BodyOutput(int most) {
        super(FIRST_BYTES, most);
    }

    @Override
    public void reset() {
        super.reset();
        depth = 0;
    }

    int beginRecord() {
        require(RECORD_LENGTH_BYTES);
        position += RECORD_LENGTH_BYTES;
        return position;
    }

    void endRecord(int start) {
        int length = position - start;
        buffer[start - 3] = (byte) (length >> 16);
        buffer[start - 2] = (byte) (length >> 8);
        buffer[start - 1] = (byte) length;
    }

    /// Writes a record that is often the very one that was written before: then its bytes are, too.
    @SuppressWarnings("ReferenceEquality") // comparing contents would cost as much as writing
    <T> void again(T immutable, BiConsumer<BodyOutput, T> writer) {
        if (immutable == writtenLast) {
            writeBytes(bytesOfLast);
            return;
        }
        int start = position;
        writer.accept(this, immutable);
        bytesOfLast = Arrays.copyOfRange(buffer, start, position);
        writtenLast = immutable;
    }

    /// Counts how deep values are nested.
    void enter(String what) {
        if (++depth > BodyInput.MAX_DEPTH) {
            throw new IllegalArgumentException(
                    "%s is nested deeper than %d".formatted(what, BodyInput.MAX_DEPTH));
        }
    }

    void leave() {
        depth--;
    }

    void text(String text) {
        int length = text.length();
        if (length > 127 || !ascii(text, length)) {
            utf8(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    void number(long value) {
        writeVarLong(value, true);
    }

    /// A number that fits an int and is not negative.
    void smallNumber(String field, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(field + " is negative: " + value);
        }
        writeVarInt(value, true);
    }

    void flag(boolean value) {
        writeByte(value ? 1 : 0);
    }

    /// Eight bytes, the greatest first, as everywhere else on the wire; Kryo's own order is the
    /// other.
    void fixed(long value) {
        writeLong(Long.reverseBytes(value));
    }

    void decimal(double value) {
        fixed(Double.doubleToRawLongBits(value));
    }

    /// Whole microseconds; what is finer is cut off.
    void instant(Instant at) {
        if (Math.abs(at.getEpochSecond()) > BodyInput.FARTHEST_SECOND) {
            throw new IllegalArgumentException("an instant is too far away to be sent: " + at);
        }
        fixed(at.getEpochSecond() * 1_000_000 + at.getNano() / 1000);
    }

    void id(CollectorId id) {
        text(id.text());
    }

    void requestId(RequestId id) {
        fixed(id.value().getMostSignificantBits());
        fixed(id.value().getLeastSignificantBits());
    }

    <E extends Enum<E>> void code(EnumCodes<E> codes, E value) {
        writeByte(codes.code(value));
    }

    <T> void optional(Optional<T> value, BiConsumer<BodyOutput, T> writer) {
        flag(value.isPresent());
        if (value.isPresent()) {
            writer.accept(this, value.get());
        }
    }

    void optionalText(Optional<String> value) {
        optional(value, BodyOutput::text);
    }

    void optionalIncarnation(Optional<Incarnation> value) {
        optional(value, (out, incarnation) -> out.number(incarnation.value()));
    }

    void optionalNumber(OptionalLong value) {
        flag(value.isPresent());
        value.ifPresent(this::number);
    }

    void optionalInt(OptionalInt value) {
        flag(value.isPresent());
        value.ifPresent(present -> writeVarInt(present, false));
    }

    void optionalDecimal(OptionalDouble value) {
        flag(value.isPresent());
        value.ifPresent(this::decimal);
    }

    <T> void list(Collection<T> values, BiConsumer<BodyOutput, T> writer) {
        count(values.size());
        for (var each : values) {
            writer.accept(this, each);
        }
    }

    <V> void map(Map<String, V> values, BiConsumer<BodyOutput, V> writer) {
        count(values.size());
        for (var each : values.entrySet()) {
            text(each.getKey());
            writer.accept(this, each.getValue());
        }
    }

    /// Figures by name; see [FigureNames].
    void figures(Map<String, Double> figures) {
        count(figures.size());
        for (var each : figures.entrySet()) {
            figureName(each.getKey());
            decimal(each.getValue());
        }
    }

    private void figureName(String name) {
        int number = FigureNames.number(name);
        if (number >= 0) {
            writeByte(0);
            writeVarInt(number, true);
        } else {
            text(name);
        }
    }

    private void count(int count) {
        if (count > BodyInput.MAX_ENTRIES) {
            throw new IllegalArgumentException(
                    "a list or map has %d entries, at most %d are allowed"
                            .formatted(count, BodyInput.MAX_ENTRIES));
        }
        writeVarInt(count, true);
    }

    // Most texts are short and ASCII: they need no array of their own.
    private boolean ascii(String text, int length) {
        require(length + 1);
        int at = position + 1;
        for (int index = 0; index < length; index++) {
            char each = text.charAt(index);
            if (each >= 0x80) {
                return false;
            }
            buffer[at + index] = (byte) each;
        }
        buffer[position] = (byte) length;
        position = at + length;
        return true;
    }

    private void utf8(byte[] bytes) {
        if (bytes.length > BodyInput.MAX_TEXT_BYTES) {
            throw new IllegalArgumentException(
                    "a text has %d bytes, at most %d are allowed"
                            .formatted(bytes.length, BodyInput.MAX_TEXT_BYTES));
        }
        writeVarInt(bytes.length, true);
        writeBytes(bytes);
    }
}
