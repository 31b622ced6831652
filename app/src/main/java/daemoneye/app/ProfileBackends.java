package daemoneye.app;

import daemoneye.app.backend.Backend;
import daemoneye.app.backend.BackendSource;
import daemoneye.app.guard.Protection;
import daemoneye.app.profile.Hue;
import daemoneye.app.profile.Profile;
import daemoneye.app.profile.TestResult;
import daemoneye.app.profile.Where;
import daemoneye.rpc.client.place.Places;
import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.auth.Token;
import daemoneye.rpc.transport.auth.TokenFile;
import daemoneye.rpc.transport.wire.Address;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/// From a profile to a broker.
///
/// @param told the token and the role of the command line: they are for the broker that was named
///     there, and for this user's own
/// @param named the broker of the command line
record ProfileBackends(Places places, Admission told, Optional<Address> named)
        implements BackendSource {
    /// The connection that the command line names, for this run only.
    ///
    /// @throws IllegalArgumentException with a sentence, if no window can connect there
    Optional<Profile> temporary() {
        return named.map(
                address ->
                        new Profile(
                                name(address),
                                where(address),
                                Hue.GREY,
                                told.role().filter(Role.VIEWER::equals).isPresent()
                                        ? Protection.READ_ONLY
                                        : Protection.OPEN));
    }

    private static String name(Address address) {
        var text = address.toString();
        return text.length() <= Profile.MOST_NAME
                ? text
                : "…" + text.substring(text.length() - Profile.MOST_NAME + 1);
    }

    private Where where(Address address) {
        return switch (address) {
            case Address.Tcp(var host, var port) ->
                    new Where.Tcp(host, port, Optional.empty(), told.role());
            case Address.UnixSocket(var path) -> new Where.Unix(path);
            case Address.Memory _ ->
                    throw new IllegalArgumentException(
                            "a window cannot connect to "
                                    + address
                                    + ": use unix:PATH or tcp:HOST:PORT");
        };
    }

    @Override
    public String clientId() {
        return Backends.identity().name();
    }

    @Override
    public Backend open(Profile profile) throws IOException {
        var admission = admission(profile);
        return switch (profile.where()) {
            case Where.Embedded() -> Backends.here(places, admission);
            case Where.Tcp(var host, var port, _, _) ->
                    Backends.at(new Address.Tcp(host, port), admission);
            case Where.Unix(var path) -> Backends.at(new Address.UnixSocket(path), admission);
        };
    }

    @Override
    public TestResult test(Profile profile, CompletionStage<Void> givenUp) {
        try {
            var admission = admission(profile);
            return switch (profile.where()) {
                case Where.Embedded() -> ConnectionTrial.here(places);
                case Where.Tcp(var host, var port, _, _) ->
                        ConnectionTrial.at(new Address.Tcp(host, port), admission, givenUp);
                case Where.Unix(var path) ->
                        Files.exists(path)
                                ? ConnectionTrial.at(
                                        new Address.UnixSocket(path), admission, givenUp)
                                : ConnectionTrial.missing(path);
            };
        } catch (IOException e) {
            return new TestResult(false, String.valueOf(e.getMessage()));
        }
    }

    private Admission admission(Profile profile) throws IOException {
        boolean ours =
                profile.hostsHere()
                        || temporary()
                                .filter(each -> each.where().equals(profile.where()))
                                .isPresent();
        if (ours) {
            return new Admission(profile.role().or(told::role), told.token());
        }
        return new Admission(profile.role(), token(profile));
    }

    private static Optional<Token> token(Profile profile) throws IOException {
        Optional<Path> file =
                profile.where() instanceof Where.Tcp(_, _, var tokenFile, _)
                        ? tokenFile
                        : Optional.empty();
        return file.isEmpty() ? Optional.empty() : Optional.of(TokenFile.readOwn(file.get()));
    }
}
