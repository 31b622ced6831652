package daemoneye.rpc.protocol.message;

import daemoneye.rpc.protocol.topic.Topic;

import java.time.Instant;

/// A message with everything around its payload. The payload stays bytes here: brokers pass it
/// through undecoded.
///
/// The payload array is not copied; whoever passes one on must not change it.
///
/// @param sender stamped by the broker as `name#session/role`, never believed from the client;
///     empty before it passed one
/// @param timestamp by the sender's clock
@SuppressWarnings("ArrayRecordComponent") // bytes of the wire, shared and never compared
public record Envelope(
        Topic topic,
        CorrelationMetadata correlation,
        String sender,
        MessageType type,
        Instant timestamp,
        byte[] payload) {
    /// A message that has not left yet.
    public static Envelope outgoing(
            Topic topic,
            CorrelationMetadata correlation,
            MessageType type,
            Instant timestamp,
            byte[] payload) {
        return new Envelope(topic, correlation, "", type, timestamp, payload);
    }
}
