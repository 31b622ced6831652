package daemoneye.rpc.transport.frame;

/// One frame: a header and a body that is passed on without being looked into.
///
/// The body comes in two pieces so that a broker can put its stamp before bytes it received without
/// copying them; on the wire they follow each other. Arrays are shared, never copied, never
/// changed.
///
/// @param stamp what the sender of this frame puts first; may be empty
/// @param body the rest
@SuppressWarnings("ArrayRecordComponent") // bytes of the wire, shared and never compared
public record Frame(FrameHeader header, byte[] stamp, byte[] body) {
    private static final byte[] NONE = {};

    /// A frame without a stamp.
    public Frame(FrameHeader header, byte[] body) {
        this(header, NONE, body);
    }

    /// A frame that is all header.
    public Frame(FrameHeader header) {
        this(header, NONE, NONE);
    }

    /// All bytes of the frame on the wire, the length field included.
    public int wireBytes() {
        return FrameHeader.BYTES + stamp.length + body.length;
    }
}
