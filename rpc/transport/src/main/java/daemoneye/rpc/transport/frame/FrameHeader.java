package daemoneye.rpc.transport.frame;

/// The fixed 28 bytes that every frame begins with, big-endian, read by offset.
///
/// ```
///  0        4    5    6      8          16      20      24            28
///  ┌────────┬────┬────┬──────┬───────────┬───────┬───────┬─────────────┐
///  │ length │ver │type│flags │ request   │ route │ reply │ remaining ms│  body …
///  └────────┴────┴────┴──────┴───────────┴───────┴───────┴─────────────┘
///   u32      u8   u8   u16    u64         u32     u32     u32
/// ```
///
/// `length` counts everything after itself and is not kept here. Unused numbers are 0.
///
/// @param flags see [Flags]
/// @param request the caller's number for a request, unique per connection
/// @param remainingMs time left for a request, 0 = none given
public record FrameHeader(
        FrameType type, int flags, long request, int route, int reply, int remainingMs) {
    /// Bytes before the body, the length field included.
    public static final int BYTES = 28;

    /// The protocol version this software speaks.
    public static final int VERSION = 1;

    /// Most bytes of a whole frame: 1 MiB.
    public static final int MAX_FRAME_BYTES = 1 << 20;

    /// Most bytes of a whole frame before the session is welcomed: 4 KiB.
    public static final int MAX_FRAME_BYTES_BEFORE_WELCOME = 4096;

    /// A header with a type and nothing else.
    public static FrameHeader of(FrameType type) {
        return new FrameHeader(type, 0, 0, 0, 0, 0);
    }

    /// Bits of the `flags` field.
    public static final class Flags {
        /// Two bits: the message type of PUBLISH, DELIVER, REQUEST and SERVE, by [#EVENT] and so
        /// on.
        public static final int MESSAGE_TYPE_MASK = 0b11;

        public static final int EVENT = 0;
        public static final int CONTROL = 1;
        public static final int HEARTBEAT = 2;
        public static final int SHUTDOWN = 3;

        /// REPLY and ANSWER: others follow.
        public static final int MORE = 1 << 2;

        /// REQUEST: deliver to every responder, not to one.
        public static final int EVERYONE = 1 << 3;

        /// SUBSCRIBE: the two bits hold the kind, by [#LISTEN], [#ANSWER] and [#STAND_IN].
        public static final int KIND_SHIFT = 4;

        public static final int LISTEN = 0;
        public static final int ANSWER = 1;
        public static final int STAND_IN = 2;

        private Flags() {}
    }
}
