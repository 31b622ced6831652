package daemoneye.app.profile;

import daemoneye.app.text.Messages;
import daemoneye.rpc.protocol.operation.Role;

import java.nio.file.Path;
import java.util.Optional;

/// Where the broker of a profile is.
public sealed interface Where {
    /// In this process, with an agent and the standard collectors; or this user's own broker, if
    /// one runs already.
    record Embedded() implements Where {}

    /// On another host.
    ///
    /// @param tokenFile the token to prove
    /// @param role to be let in as; empty: as much as the token is entitled to
    record Tcp(String host, int port, Optional<Path> tokenFile, Optional<Role> role)
            implements Where {
        public Tcp {
            if (host.isBlank() || port < 1 || port > 65_535) {
                throw new IllegalArgumentException(
                        "a broker has a host and a port from 1 to 65535, not " + port);
            }
        }
    }

    /// A Unix socket on this machine.
    record Unix(Path path) implements Where {}

    /// "tcp:host:port", "unix:path", or words for this process.
    default String text() {
        return switch (this) {
            case Embedded() -> Messages.text("profile.where.embedded.detail");
            case Tcp(var host, var port, var _, var _) -> host + ":" + port;
            case Unix(var path) -> path.toString();
        };
    }
}
