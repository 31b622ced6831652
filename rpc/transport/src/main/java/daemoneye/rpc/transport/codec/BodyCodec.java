package daemoneye.rpc.transport.codec;

import daemoneye.rpc.protocol.message.MessageBody;

/// Turns message bodies into bytes and back. Safe from any thread.
public interface BodyCodec {
    /// @throws IllegalArgumentException if the body breaks a bound (too large, too deep)
    byte[] encode(MessageBody body);

    /// @throws UnreadableBody for anything but exactly one well-formed body
    MessageBody decode(byte[] bytes) throws UnreadableBody;
}
