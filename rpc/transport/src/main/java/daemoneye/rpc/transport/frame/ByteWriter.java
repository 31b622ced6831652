package daemoneye.rpc.transport.frame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes what [ByteReader] reads. For one thread.
public final class ByteWriter {
    private byte[] bytes;
    private int at;

    /// @param expected bytes, a guess; it grows
    public ByteWriter(int expected) {
        bytes = new byte[expected];
    }

    /// Bytes written so far.
    public int size() {
        return at;
    }

    public ByteWriter u8(int value) {
        room(1);
        bytes[at++] = (byte) value;
        return this;
    }

    public ByteWriter u16(int value) {
        return u8(value >> 8).u8(value);
    }

    public ByteWriter i32(int value) {
        return u16(value >> 16).u16(value);
    }

    public ByteWriter i64(long value) {
        return i32((int) (value >> 32)).i32((int) value);
    }

    /// `u16 length, UTF-8`.
    ///
    /// @param most bytes
    /// @throws IllegalArgumentException naming the field, if the text is longer
    public ByteWriter text(String field, String text, int most) {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > most) {
            throw new IllegalArgumentException(
                    "%s has %d bytes, at most %d are allowed".formatted(field, utf8.length, most));
        }
        return u16(utf8.length).raw(utf8);
    }

    /// `u16 length, bytes`.
    public ByteWriter bytes(byte[] more) {
        return u16(more.length).raw(more);
    }

    public ByteWriter raw(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, at, more.length);
        at += more.length;
        return this;
    }

    /// Overwrites two bytes written before, e.g. a length that was not known then.
    public void patchU16(int where, int value) {
        bytes[where] = (byte) (value >> 8);
        bytes[where + 1] = (byte) value;
    }

    /// Everything written; a copy unless the guess was exact.
    public byte[] toBytes() {
        return at == bytes.length ? bytes : Arrays.copyOf(bytes, at);
    }

    private void room(int more) {
        if (bytes.length - at < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, at + more));
        }
    }
}
