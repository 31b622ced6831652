package daemoneye.rpc.client.connection;

import daemoneye.rpc.protocol.message.Envelope;
import daemoneye.rpc.protocol.message.MessageBody;
import daemoneye.rpc.transport.bus.ReplyRoute;

import java.time.Duration;
import java.util.Optional;

/// A message that arrived and could be read.
///
/// @param receivedNanos when it arrived, by the connection's ticker
/// @param remaining time left to answer; zero for published messages
/// @param replyRoute present for requests only
public record Received(
        Envelope envelope,
        MessageBody body,
        long receivedNanos,
        Duration remaining,
        Optional<ReplyRoute> replyRoute) {}
