package daemoneye.rpc.transport.bus;

import daemoneye.rpc.protocol.message.Envelope;

import java.time.Duration;
import java.util.Optional;

/// A message that arrived.
///
/// @param remaining time left to answer it; zero for published messages
/// @param replyRoute present for requests only
public record Delivery(Envelope message, Duration remaining, Optional<ReplyRoute> replyRoute) {}
