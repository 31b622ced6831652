package daemoneye.rpc.cli.option;

import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.transport.auth.Admission;

import picocli.CommandLine.Option;

import java.util.Optional;

/// Which broker a command talks to, with what token, and in which role.
public final class ConnectOptions extends BrokerOptions {
    @Option(
            names = "--role",
            paramLabel = "ROLE",
            completionCandidates = Candidates.PersonRoles.class,
            converter = RoleReader.class,
            description =
                    "Be let in as viewer, operator or admin, and as nothing else. Default: as much"
                            + " as the token, or this user, is entitled to.")
    private Optional<Role> role = Optional.empty();

    /// Made by picocli.
    public ConnectOptions() {}

    @Override
    public Admission admission() {
        return new Admission(role, super.admission().token());
    }
}
