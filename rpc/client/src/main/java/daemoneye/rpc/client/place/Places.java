package daemoneye.rpc.client.place;

import daemoneye.rpc.transport.wire.Address;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The folders of this user, by the XDG base directory rules where they apply. Nothing is created
/// here.
///
/// @param runtime sockets and pids; ends with the login
/// @param config what people set
/// @param state logs, pictures, what programs remember
public record Places(Path runtime, Path config, Path state) {
    private static final String OURS = "daemoneye";

    /// From the environment and the system properties of this process.
    public static Places ofThisUser() {
        return of(System.getenv(), key -> System.getProperty(key, ""));
    }

    /// @param environment as a process sees it: `XDG_*`, and `DAEMONEYE_HOME`, which puts
    ///     everything below one folder
    /// @param property system properties by name, empty text for none: `user.home`, `user.name`,
    ///     `java.io.tmpdir`
    public static Places of(Map<String, String> environment, UnaryOperator<String> property) {
        var own = variable(environment, "DAEMONEYE_HOME");
        if (own.isPresent()) {
            return new Places(
                    own.get().resolve("run"),
                    own.get().resolve("config"),
                    own.get().resolve("state"));
        }
        var home = Path.of(property.apply("user.home"));
        var shared = Path.of(property.apply("java.io.tmpdir"));
        return new Places(
                variable(environment, "XDG_RUNTIME_DIR")
                        .map(each -> each.resolve(OURS))
                        .orElse(shared.resolve(OURS + "-" + property.apply("user.name"))),
                variable(environment, "XDG_CONFIG_HOME")
                        .orElse(home.resolve(".config"))
                        .resolve(OURS),
                variable(environment, "XDG_STATE_HOME")
                        .orElse(home.resolve(".local").resolve("state"))
                        .resolve(OURS));
    }

    private static Optional<Path> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    /// Where a broker of this user listens, and where clients look for it, unless told otherwise.
    public Address defaultAddress() {
        return new Address.UnixSocket(runtime.resolve("broker.sock"));
    }
}
