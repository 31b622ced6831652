package daemoneye.rpc.transport.frame;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads numbers and texts, big-endian, from a part of an array, and never beyond it. Every method
/// names the field it reads, so that a refusal says where the offence is. Allocates only what the
/// bytes present pay for.
///
/// For one thread. The array is neither copied nor changed.
public final class ByteReader {
    private final byte[] bytes;
    private final int end;
    private int at;

    /// Reads the whole array.
    public ByteReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ByteReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /// Bytes not read yet.
    public int remaining() {
        return end - at;
    }

    /// One byte, 0 to 255.
    public int u8(String field) throws MalformedFrame {
        need(field, 1);
        return bytes[at++] & 0xff;
    }

    /// Two bytes, 0 to 65535.
    public int u16(String field) throws MalformedFrame {
        need(field, 2);
        int high = bytes[at++] & 0xff;
        return high << 8 | (bytes[at++] & 0xff);
    }

    /// Four bytes.
    public int i32(String field) throws MalformedFrame {
        return u16(field) << 16 | u16(field);
    }

    /// Eight bytes.
    public long i64(String field) throws MalformedFrame {
        need(field, 8);
        return (i32(field) & 0xffff_ffffL) << 32 | (i32(field) & 0xffff_ffffL);
    }

    /// `u16 length, UTF-8`.
    ///
    /// @param most bytes
    public String text(String field, int most) throws MalformedFrame {
        int length = u16(field);
        if (length > most) {
            throw new MalformedFrame(
                    "%s has %d bytes, at most %d are allowed".formatted(field, length, most));
        }
        need(field, length);
        var text = decoded(field, length);
        at += length;
        return text;
    }

    /// `u16 length, bytes`.
    ///
    /// @param most bytes
    public byte[] bytes(String field, int most) throws MalformedFrame {
        int length = u16(field);
        if (length > most) {
            throw new MalformedFrame(
                    "%s has %d bytes, at most %d are allowed".formatted(field, length, most));
        }
        return part(field, length).rest();
    }

    /// A reader for the next `length` bytes, which this one skips.
    public ByteReader part(String field, int length) throws MalformedFrame {
        need(field, length);
        at += length;
        return new ByteReader(bytes, at - length, at);
    }

    /// A copy of everything that is left.
    public byte[] rest() {
        var rest = Arrays.copyOfRange(bytes, at, end);
        at = end;
        return rest;
    }

    /// Refuses bytes after the last field.
    public void end(String whole) throws MalformedFrame {
        if (at != end) {
            throw new MalformedFrame("%s has %d bytes too many".formatted(whole, end - at));
        }
    }

    private String decoded(String field, int length) throws MalformedFrame {
        if (isAscii(length)) {
            return new String(bytes, at, length, StandardCharsets.US_ASCII);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, at, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedFrame(field + " is not UTF-8 text");
        }
    }

    // Topics, ids and names nearly always are; a decoder would cost more than all the rest.
    private boolean isAscii(int length) {
        for (int next = at; next < at + length; next++) {
            if (bytes[next] < 0) {
                return false;
            }
        }
        return true;
    }

    private void need(String field, int wanted) throws MalformedFrame {
        if (end - at < wanted) {
            throw new MalformedFrame(
                    "%s is cut off: %d bytes needed, %d left".formatted(field, wanted, end - at));
        }
    }
}
