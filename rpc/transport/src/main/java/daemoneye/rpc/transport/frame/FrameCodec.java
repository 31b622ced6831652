package daemoneye.rpc.transport.frame;

import java.nio.ByteBuffer;

/// Frames as bytes and back, strictly: whatever breaks a rule of [FrameHeader] is refused with a
/// [MalformedFrame] that names it. Knows nothing of sockets; every wire uses it, so the same limits
/// hold everywhere.
///
/// One instance per link, because the limit belongs to the link: 4 KiB until [#welcomed()], then
/// 1 MiB. Safe from any thread.
public final class FrameCodec {
    /// Bytes of the length field, which does not count itself.
    public static final int LENGTH_BYTES = 4;

    private volatile int limit = FrameHeader.MAX_FRAME_BYTES_BEFORE_WELCOME;

    /// Most bytes of a whole frame at the moment, in either direction.
    public int limit() {
        return limit;
    }

    /// The session is accepted: frames may be large from now on.
    public void welcomed() {
        limit = FrameHeader.MAX_FRAME_BYTES;
    }

    /// Bytes of the whole frame that begins with this length field.
    public int frameBytes(int lengthField) throws MalformedFrame {
        long whole = Integer.toUnsignedLong(lengthField) + LENGTH_BYTES;
        if (whole < FrameHeader.BYTES) {
            throw new MalformedFrame(
                    "length %d is too short for a frame, %d is the least"
                            .formatted(whole - LENGTH_BYTES, FrameHeader.BYTES - LENGTH_BYTES));
        }
        if (whole > limit) {
            throw new MalformedFrame(MalformedFrame.TOO_LARGE, tooLarge(whole));
        }
        return (int) whole;
    }

    /// @throws IllegalArgumentException if the frame is larger than the link takes at the moment
    public void checkOutgoing(Frame frame) {
        if (frame.wireBytes() > limit) {
            throw new IllegalArgumentException(tooLarge(frame.wireBytes()));
        }
    }

    /// Writes the first 28 bytes of `frame`.
    public static void putHeader(Frame frame, ByteBuffer target) {
        var header = frame.header();
        target.putInt(frame.wireBytes() - LENGTH_BYTES)
                .put((byte) FrameHeader.VERSION)
                .put((byte) header.type().code())
                .putShort((short) header.flags())
                .putLong(header.request())
                .putInt(header.route())
                .putInt(header.reply())
                .putInt(header.remainingMs());
    }

    /// Reads the 24 bytes after the length field.
    public static FrameHeader takeHeader(ByteBuffer source) throws MalformedFrame {
        int version = source.get() & 0xff;
        var type = knownType(source.get() & 0xff);
        if (version != FrameHeader.VERSION && !readableInAnyVersion(type)) {
            throw new MalformedFrame(
                    MalformedFrame.VERSION,
                    "a %s frame of protocol version %d, this side speaks version %d"
                            .formatted(type, version, FrameHeader.VERSION));
        }
        int flags = source.getShort() & 0xffff;
        long request = source.getLong();
        int route = source.getInt();
        int reply = source.getInt();
        return new FrameHeader(type, flags, request, route, reply, remaining(source.getInt()));
    }

    /// One frame as it travels.
    ///
    /// @throws IllegalArgumentException if the frame is larger than the link takes at the moment
    public byte[] encode(Frame frame) {
        checkOutgoing(frame);
        var bytes = ByteBuffer.allocate(frame.wireBytes());
        putHeader(frame, bytes);
        return bytes.put(frame.stamp()).put(frame.body()).array();
    }

    /// Exactly one whole frame; its stamp and body come as one body.
    public Frame decode(byte[] bytes) throws MalformedFrame {
        if (bytes.length < FrameHeader.BYTES) {
            throw new MalformedFrame(
                    "a frame has %d bytes, %d is the least"
                            .formatted(bytes.length, FrameHeader.BYTES));
        }
        var source = ByteBuffer.wrap(bytes);
        int whole = frameBytes(source.getInt());
        if (whole != bytes.length) {
            throw new MalformedFrame(
                    "a frame says it has %d bytes and has %d".formatted(whole, bytes.length));
        }
        var header = takeHeader(source);
        var body = new byte[source.remaining()];
        source.get(body);
        return new Frame(header, body);
    }

    private static FrameType knownType(int code) throws MalformedFrame {
        var type = FrameType.of(code);
        if (type.isEmpty()) {
            throw new MalformedFrame(
                    MalformedFrame.FRAME_TYPE,
                    "frame type %d is not known to protocol version %d"
                            .formatted(code, FrameHeader.VERSION));
        }
        return type.get();
    }

    /// The layout of these never changes, so that two sides that share no version can say so.
    private static boolean readableInAnyVersion(FrameType type) {
        return type == FrameType.HELLO || type == FrameType.REFUSED || type == FrameType.BYE;
    }

    private static int remaining(int millis) throws MalformedFrame {
        if (millis < 0) {
            throw new MalformedFrame(
                    "remaining time %d ms is more than %d"
                            .formatted(Integer.toUnsignedLong(millis), Integer.MAX_VALUE));
        }
        return millis;
    }

    private String tooLarge(long whole) {
        return "a frame of %d bytes is larger than the %d that this link takes%s"
                .formatted(
                        whole,
                        limit,
                        limit < FrameHeader.MAX_FRAME_BYTES
                                ? " before the session is welcome"
                                : "");
    }
}
