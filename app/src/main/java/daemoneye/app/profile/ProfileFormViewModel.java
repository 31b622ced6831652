package daemoneye.app.profile;

import daemoneye.app.guard.Protection;
import daemoneye.app.text.Messages;
import daemoneye.rpc.protocol.operation.Role;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What is typed about one profile. Fields of a kind that is not chosen keep their text, so that
/// going to and fro loses nothing. FX thread only.
public final class ProfileFormViewModel {
    /// Where the broker is, as a choice.
    public enum Kind {
        EMBEDDED,
        TCP,
        UNIX
    }

    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.TCP);
    private final StringProperty host = new SimpleStringProperty("");
    private final StringProperty port = new SimpleStringProperty("");
    private final StringProperty token = new SimpleStringProperty("");
    private final ObjectProperty<Optional<Role>> role =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty path = new SimpleStringProperty("");
    private final ObjectProperty<Hue> hue = new SimpleObjectProperty<>(Hue.BLUE);
    private final ObjectProperty<Protection> care = new SimpleObjectProperty<>(Protection.OPEN);

    /// Fills the fields.
    public void show(Profile profile) {
        name.set(profile.name());
        hue.set(profile.hue());
        care.set(profile.protection());
        host.set("");
        port.set("");
        token.set("");
        path.set("");
        role.set(Optional.empty());
        switch (profile.where()) {
            case Where.Embedded() -> kind.set(Kind.EMBEDDED);
            case Where.Unix(var socket) -> {
                kind.set(Kind.UNIX);
                path.set(socket.toString());
            }
            case Where.Tcp(var to, var number, var file, var wanted) -> {
                kind.set(Kind.TCP);
                host.set(to);
                port.set(Integer.toString(number));
                token.set(file.map(Path::toString).orElse(""));
                role.set(wanted);
            }
        }
    }

    /// Runs `changed` whenever something is typed or chosen.
    void watch(Runnable changed) {
        List<ObservableValue<?>> all =
                List.of(name, kind, host, port, token, role, path, hue, care);
        for (var each : all) {
            each.addListener(_ -> changed.run());
        }
    }

    /// What is wrong with it, the first thing only; empty if it can be saved.
    ///
    /// @param taken whether another profile has this name
    public Optional<String> fault(Predicate<String> taken) {
        var trimmed = name.get().strip();
        if (trimmed.isEmpty() || trimmed.length() > Profile.MOST_NAME) {
            return said("profile.fault.name");
        }
        if (taken.test(trimmed)) {
            return said("profile.fault.taken");
        }
        return switch (kind.get()) {
            case EMBEDDED -> Optional.empty();
            case UNIX -> absolute(path.get()).isEmpty() ? said("profile.fault.path") : none();
            case TCP -> tcpFault();
        };
    }

    private Optional<String> tcpFault() {
        if (host.get().isBlank() || host.get().strip().contains(" ")) {
            return said("profile.fault.host");
        }
        if (portNumber() == 0) {
            return said("profile.fault.port");
        }
        boolean tokenSaid = !token.get().isBlank();
        return tokenSaid && absolute(token.get()).isEmpty() ? said("profile.fault.token") : none();
    }

    /// The profile as it is typed; only if nothing is wrong with it.
    public Profile profile() {
        var where =
                switch (kind.get()) {
                    case EMBEDDED -> new Where.Embedded();
                    case UNIX -> new Where.Unix(absolute(path.get()).orElseThrow());
                    case TCP ->
                            new Where.Tcp(
                                    host.get().strip(),
                                    portNumber(),
                                    absolute(token.get()),
                                    role.get());
                };
        return new Profile(name.get().strip(), where, hue.get(), care.get());
    }

    private int portNumber() {
        try {
            int number = Integer.parseInt(port.get().strip());
            return number >= 1 && number <= 65_535 ? number : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Optional<Path> absolute(String text) {
        try {
            return Optional.of(text.strip())
                    .filter(each -> !each.isEmpty())
                    .map(Path::of)
                    .filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> said(String key) {
        return Optional.of(Messages.text(key));
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    public StringProperty nameProperty() {
        return name;
    }

    public ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    public StringProperty hostProperty() {
        return host;
    }

    public StringProperty portProperty() {
        return port;
    }

    /// Where the token is.
    public StringProperty tokenProperty() {
        return token;
    }

    public ObjectProperty<Optional<Role>> roleProperty() {
        return role;
    }

    /// Of the socket.
    public StringProperty pathProperty() {
        return path;
    }

    public ObjectProperty<Hue> hueProperty() {
        return hue;
    }

    public ObjectProperty<Protection> careProperty() {
        return care;
    }
}
