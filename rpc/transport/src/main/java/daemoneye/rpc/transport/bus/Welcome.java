package daemoneye.rpc.transport.bus;

import daemoneye.rpc.protocol.operation.Role;

import java.util.Optional;

/// What a broker says when it accepts a session.
///
/// @param broker its name
/// @param brokerVersion of its software
/// @param protocolVersion that both will speak
/// @param session its number for this session; the stamp on our messages is `name#session/role`
/// @param maxFrameBytes it takes
/// @param sessionsNow sessions it has, this one included
/// @param role that we were let in with; empty if the broker is older than roles, or the role newer
/// @param name that stands in the stamp; empty if the broker is older than roles
public record Welcome(
        String broker,
        String brokerVersion,
        int protocolVersion,
        int session,
        int maxFrameBytes,
        int sessionsNow,
        Optional<Role> role,
        String name) {
    /// As a broker says it that is older than roles.
    public Welcome(
            String broker,
            String brokerVersion,
            int protocolVersion,
            int session,
            int maxFrameBytes,
            int sessionsNow) {
        this(
                broker,
                brokerVersion,
                protocolVersion,
                session,
                maxFrameBytes,
                sessionsNow,
                Optional.empty(),
                "");
    }
}
