package daemoneye.rpc.cli.option;

import daemoneye.rpc.client.place.Places;
import daemoneye.rpc.transport.wire.Address;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.util.Optional;

/// Which broker a command talks to.
public final class ConnectOptions {
    @Option(
            names = "--connect",
            paramLabel = "ADDRESS",
            converter = AddressReader.class,
            defaultValue = "${env:DAEMONEYE_CONNECT}",
            description =
                    "The broker: unix:PATH or tcp:HOST:PORT. Else what DAEMONEYE_CONNECT says, else"
                            + " this user's own socket.")
    private Optional<Address> chosen = Optional.empty();

    /// What was said, else the place where this user's broker listens.
    public Address address() {
        return chosen.orElseGet(() -> Places.ofThisUser().defaultAddress());
    }

    /// What was said on the command line or in `DAEMONEYE_CONNECT`.
    public Optional<Address> chosen() {
        return chosen;
    }

    /// Reads an address; a wrong one is refused with a sentence that shows the right form.
    public static final class AddressReader implements ITypeConverter<Address> {
        @Override
        public Address convert(String text) {
            try {
                return Address.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
