package daemoneye.rpc.transport.body;

import daemoneye.rpc.protocol.message.Envelope;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.transport.frame.ByteReader;
import daemoneye.rpc.transport.frame.ByteWriter;
import daemoneye.rpc.transport.frame.FrameHeader.Flags;
import daemoneye.rpc.transport.frame.MalformedFrame;

/// The body of PUBLISH, REQUEST, DELIVER and SERVE:
///
/// ```
/// text sender        DELIVER and SERVE only: the broker's stamp, `name#session/role`
/// text topic         ASCII
/// u16  metadata length, then the metadata (see MetadataBody)
/// i64  time stamp    microseconds since 1970, by the sender's clock
///      payload       everything that is left
/// ```
///
/// The message type travels in the flags of the header. A broker reads the topic only, puts its
/// stamp before the body it received and passes both on.
public final class EnvelopeBody {
    /// Most bytes of the stamp.
    public static final int MAX_SENDER = 160;

    private static final int MAX_METADATA = 0xffff;

    private EnvelopeBody() {}

    /// For PUBLISH and REQUEST. The sender of `message` is left out: only the broker may say it.
    ///
    /// @throws IllegalArgumentException naming the field, if one is over its bound
    public static byte[] write(Envelope message) {
        var topic = message.topic().text();
        var to = new ByteWriter(96 + topic.length() + message.payload().length);
        to.text("topic", topic, Topic.MAX_BYTES);
        int before = to.size();
        MetadataBody.write(to.u16(0), message.correlation());
        int length = to.size() - before - 2;
        if (length > MAX_METADATA) {
            throw new IllegalArgumentException(
                    "metadata has %d bytes in all, at most %d are allowed"
                            .formatted(length, MAX_METADATA));
        }
        to.patchU16(before, length);
        return to.i64(ClockBody.micros(message.timestamp())).raw(message.payload()).toBytes();
    }

    /// The stamp of DELIVER and SERVE.
    ///
    /// @throws IllegalArgumentException if the sender is longer than [#MAX_SENDER] bytes
    public static byte[] stamp(String sender) {
        return new ByteWriter(2 + sender.length()).text("sender", sender, MAX_SENDER).toBytes();
    }

    /// The topic alone, of a body without a stamp.
    public static Topic topicOf(byte[] body) throws MalformedFrame {
        return topic(new ByteReader(body));
    }

    /// The body of PUBLISH or REQUEST; its sender is empty.
    ///
    /// @param flags of the frame's header
    public static Envelope read(int flags, byte[] body) throws MalformedFrame {
        return rest(flags, "", new ByteReader(body));
    }

    /// The body of DELIVER or SERVE, as received: the stamp first.
    ///
    /// @param flags of the frame's header
    public static Envelope readStamped(int flags, byte[] body) throws MalformedFrame {
        var reader = new ByteReader(body);
        return rest(flags, reader.text("sender", MAX_SENDER), reader);
    }

    /// The flags that say this type.
    public static int flagsOf(MessageType type) {
        return switch (type) {
            case EVENT -> Flags.EVENT;
            case CONTROL -> Flags.CONTROL;
            case HEARTBEAT -> Flags.HEARTBEAT;
            case SHUTDOWN -> Flags.SHUTDOWN;
        };
    }

    /// The type that these flags say; bits that mean something else do not matter.
    public static MessageType typeOf(int flags) {
        return switch (flags & Flags.MESSAGE_TYPE_MASK) {
            case Flags.EVENT -> MessageType.EVENT;
            case Flags.CONTROL -> MessageType.CONTROL;
            case Flags.HEARTBEAT -> MessageType.HEARTBEAT;
            default -> MessageType.SHUTDOWN;
        };
    }

    private static Envelope rest(int flags, String sender, ByteReader reader)
            throws MalformedFrame {
        var topic = topic(reader);
        int length = reader.u16("metadata length");
        var metadata = MetadataBody.read(reader.part("metadata", length));
        var timestamp = ClockBody.instant(reader.i64("timestamp"));
        return new Envelope(topic, metadata, sender, typeOf(flags), timestamp, reader.rest());
    }

    private static Topic topic(ByteReader reader) throws MalformedFrame {
        var text = reader.text("topic", Topic.MAX_BYTES);
        var fault = Topic.fault(text);
        if (fault.isPresent()) {
            throw new MalformedFrame(fault.get());
        }
        return new Topic(text);
    }
}
