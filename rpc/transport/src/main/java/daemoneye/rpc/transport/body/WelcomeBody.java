package daemoneye.rpc.transport.body;

import daemoneye.rpc.transport.frame.ByteReader;
import daemoneye.rpc.transport.frame.ByteWriter;
import daemoneye.rpc.transport.frame.MalformedFrame;

import java.util.Arrays;

/// The body of WELCOME: `u16 protocol version, u32 session, u32 most bytes of a frame, u32 sessions
/// now, text broker, text broker version`, and from brokers that know of roles `text role, text
/// name, u16 length and proof`; a newer broker may add fields at the end, which are skipped.
///
/// @param protocolVersion that both will speak
/// @param session its number at the broker
/// @param maxFrameBytes the broker takes
/// @param sessionsNow it has, this one included
/// @param broker its name
/// @param brokerVersion of its software
/// @param entry what the client was let in as
public record WelcomeBody(
        int protocolVersion,
        int session,
        int maxFrameBytes,
        int sessionsNow,
        String broker,
        String brokerVersion,
        Entry entry) {
    private static final int MAX_TEXT = HelloBody.MAX_TEXT;

    /// What the client was let in as.
    ///
    /// @param role by its wire name; empty if the broker is older than roles
    /// @param name that stands in the stamp
    public record Entry(String role, String name) {
        /// As brokers say that are older than roles.
        public static final Entry UNSAID = new Entry("", "");
    }

    /// As a broker says it that is older than roles.
    public WelcomeBody(
            int protocolVersion,
            int session,
            int maxFrameBytes,
            int sessionsNow,
            String broker,
            String brokerVersion) {
        this(
                protocolVersion,
                session,
                maxFrameBytes,
                sessionsNow,
                broker,
                brokerVersion,
                Entry.UNSAID);
    }

    /// All of it but the proof, which [#withProof] puts at the end.
    ///
    /// @throws IllegalArgumentException if a text is longer than 128 bytes
    public byte[] toBytes() {
        return new ByteWriter(128)
                .u16(protocolVersion)
                .i32(session)
                .i32(maxFrameBytes)
                .i32(sessionsNow)
                .text("welcome.broker", broker, MAX_TEXT)
                .text("welcome.broker_version", brokerVersion, MAX_TEXT)
                .text("welcome.role", entry.role(), MAX_TEXT)
                .text("welcome.name", entry.name(), MAX_TEXT)
                .toBytes();
    }

    /// The whole body.
    ///
    /// @param proof empty for a client without a token
    public static byte[] withProof(byte[] body, byte[] proof) {
        return new ByteWriter(body.length + 2 + proof.length).raw(body).bytes(proof).toBytes();
    }

    /// What stands before the proof, and the proof; both empty if there is none.
    public static Proven proven(byte[] body) throws MalformedFrame {
        var reader = new ByteReader(body);
        read(reader);
        int before = body.length - reader.remaining();
        return reader.remaining() == 0
                ? new Proven(new byte[0], new byte[0])
                : new Proven(
                        Arrays.copyOf(body, before),
                        reader.bytes("welcome.proof", NonceBody.BYTES));
    }

    /// @param before the proof: what is proven
    /// @param proof empty if the broker gave none
    @SuppressWarnings("ArrayRecordComponent") // bytes of the wire, never compared as a record
    public record Proven(byte[] before, byte[] proof) {}

    public static WelcomeBody read(byte[] body) throws MalformedFrame {
        return read(new ByteReader(body));
    }

    private static WelcomeBody read(ByteReader reader) throws MalformedFrame {
        return new WelcomeBody(
                reader.u16("welcome.protocol_version"),
                reader.i32("welcome.session"),
                reader.i32("welcome.max_frame_bytes"),
                reader.i32("welcome.sessions_now"),
                reader.text("welcome.broker", MAX_TEXT),
                reader.text("welcome.broker_version", MAX_TEXT),
                entry(reader));
    }

    private static Entry entry(ByteReader reader) throws MalformedFrame {
        return reader.remaining() == 0
                ? Entry.UNSAID
                : new Entry(
                        reader.text("welcome.role", MAX_TEXT),
                        reader.text("welcome.name", MAX_TEXT));
    }
}
