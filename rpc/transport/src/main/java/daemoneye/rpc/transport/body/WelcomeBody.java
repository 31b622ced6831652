package daemoneye.rpc.transport.body;

import daemoneye.rpc.transport.frame.ByteReader;
import daemoneye.rpc.transport.frame.ByteWriter;
import daemoneye.rpc.transport.frame.MalformedFrame;

/// The body of WELCOME: `u16 protocol version, u32 session, u32 most bytes of a frame, u32 sessions
/// now, text broker, text broker version`; a newer broker may add fields at the end, which are
/// skipped.
///
/// @param protocolVersion that both will speak
/// @param session its number at the broker
/// @param maxFrameBytes the broker takes
/// @param sessionsNow it has, this one included
/// @param broker its name
/// @param brokerVersion of its software
public record WelcomeBody(
        int protocolVersion,
        int session,
        int maxFrameBytes,
        int sessionsNow,
        String broker,
        String brokerVersion) {
    private static final int MAX_TEXT = HelloBody.MAX_TEXT;

    /// @throws IllegalArgumentException if a text is longer than 128 bytes
    public byte[] toBytes() {
        return new ByteWriter(64)
                .u16(protocolVersion)
                .i32(session)
                .i32(maxFrameBytes)
                .i32(sessionsNow)
                .text("welcome.broker", broker, MAX_TEXT)
                .text("welcome.broker_version", brokerVersion, MAX_TEXT)
                .toBytes();
    }

    public static WelcomeBody read(byte[] body) throws MalformedFrame {
        var reader = new ByteReader(body);
        return new WelcomeBody(
                reader.u16("welcome.protocol_version"),
                reader.i32("welcome.session"),
                reader.i32("welcome.max_frame_bytes"),
                reader.i32("welcome.sessions_now"),
                reader.text("welcome.broker", MAX_TEXT),
                reader.text("welcome.broker_version", MAX_TEXT));
    }
}
