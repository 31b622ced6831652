package daemoneye.rpc.transport.bus;

/// What a broker says when it accepts a session.
///
/// @param broker its name
/// @param brokerVersion of its software
/// @param protocolVersion that both will speak
/// @param session its number for this session; the stamp on our messages is `name#session`
/// @param maxFrameBytes it takes
/// @param sessionsNow sessions it has, this one included
public record Welcome(
        String broker,
        String brokerVersion,
        int protocolVersion,
        int session,
        int maxFrameBytes,
        int sessionsNow) {}
