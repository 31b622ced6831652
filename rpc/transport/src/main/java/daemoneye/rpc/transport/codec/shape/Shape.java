package daemoneye.rpc.transport.codec.shape;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;

import java.util.function.BiConsumer;
import java.util.function.Function;

/// How one record is written and read, as a Kryo serializer with a fixed id. Keeps no state, so one
/// instance serves every thread.
public final class Shape<T> extends Serializer<T> {
    private final int id;
    private final Class<T> type;
    private final BiConsumer<BodyOutput, T> writer;
    private final Function<BodyInput, T> reader;
    private final BiConsumer<BodyOutput, T> writing = this::write;
    private final Function<BodyInput, T> reading = this::read;
    private final Function<BodyInput, T> readingPart = this::readPart;

    /// @param id on the wire, 11 to 127, never given to another type
    Shape(int id, Class<T> type, BiConsumer<BodyOutput, T> writer, Function<BodyInput, T> reader) {
        super(false, true);
        this.id = id;
        this.type = type;
        this.writer = writer;
        this.reader = reader;
    }

    public int id() {
        return id;
    }

    public Class<T> type() {
        return type;
    }

    @Override
    public void write(Kryo kryo, Output output, T value) {
        write((BodyOutput) output, value);
    }

    @Override
    public T read(Kryo kryo, Input input, Class<? extends T> wanted) {
        return read((BodyInput) input);
    }

    /// [#write(BodyOutput, Object)], made once: each message is written by it.
    BiConsumer<BodyOutput, T> writing() {
        return writing;
    }

    /// [#read(BodyInput)], made once.
    Function<BodyInput, T> reading() {
        return reading;
    }

    /// Reads an element of a list or map: one level below it.
    Function<BodyInput, T> readingPart() {
        return readingPart;
    }

    void write(BodyOutput out, T value) {
        int start = out.beginRecord();
        writer.accept(out, value);
        out.endRecord(start);
    }

    /// With the id first, for places where several types may stand.
    void writeTagged(BodyOutput out, T value) {
        out.writeByte(id);
        write(out, value);
    }

    /// The same, for a value that is asked for again and again; see [BodyOutput#again].
    void writeTaggedAgain(BodyOutput out, T value) {
        out.writeByte(id);
        out.again(value, writing);
    }

    T read(BodyInput in) {
        int outerEnd = in.beginRecord();
        var value = reader.apply(in);
        in.endRecord(outerEnd);
        return value;
    }

    private T readPart(BodyInput in) {
        in.trail().down();
        var value = read(in);
        in.trail().leave();
        return value;
    }
}
