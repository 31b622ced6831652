package daemoneye.rpc.cli.option;

import daemoneye.rpc.client.place.Places;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.auth.Token;
import daemoneye.rpc.transport.auth.TokenFile;
import daemoneye.rpc.transport.wire.Address;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Which broker a process connects to, and with what token.
public class BrokerOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--connect",
            paramLabel = "ADDRESS",
            converter = AddressReader.class,
            defaultValue = "${env:DAEMONEYE_CONNECT}",
            description =
                    "The broker: unix:PATH or tcp:HOST:PORT. Else what DAEMONEYE_CONNECT says, else"
                            + " this user's own socket.")
    private Optional<Address> chosen = Optional.empty();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            defaultValue = "${env:DAEMONEYE_TOKEN_FILE}",
            description =
                    "A file with the token to prove, readable for its owner only. Else what"
                            + " DAEMONEYE_TOKEN_FILE says, else none.")
    private Optional<Path> tokenFile = Optional.empty();

    /// Made by picocli.
    public BrokerOptions() {}

    /// What was said, else the place where this user's broker listens.
    public Address address() {
        return chosen.orElseGet(() -> Places.ofThisUser().defaultAddress());
    }

    /// What was said on the command line or in `DAEMONEYE_CONNECT`.
    public Optional<Address> chosen() {
        return chosen;
    }

    /// Where the token is.
    public Optional<Path> tokenFile() {
        return tokenFile.map(Path::toAbsolutePath);
    }

    /// With what to be let in.
    ///
    /// @throws ParameterException with a sentence, if the token cannot be read
    public Admission admission() {
        return new Admission(Optional.empty(), tokenFile.map(this::token));
    }

    private Token token(Path file) {
        try {
            return TokenFile.readOwn(file);
        } catch (IOException e) {
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
