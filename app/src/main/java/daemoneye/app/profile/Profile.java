package daemoneye.app.profile;

import daemoneye.app.guard.Protection;
import daemoneye.app.text.Messages;
import daemoneye.rpc.protocol.operation.Role;

import java.util.Optional;

/// One connection that a person has named.
///
/// @param name unique among the profiles, for people
/// @param protection how carefully to act through it
public record Profile(String name, Where where, Hue hue, Protection protection) {
    /// Most characters of a name.
    public static final int MOST_NAME = 40;

    public Profile {
        if (name.isBlank() || name.length() > MOST_NAME) {
            throw new IllegalArgumentException("a profile has a name of 1 to 40 characters");
        }
    }

    /// Everything in this process.
    public static Profile here() {
        return new Profile(
                Messages.text("profile.here"), new Where.Embedded(), Hue.BLUE, Protection.OPEN);
    }

    /// The same, locked for reading or not.
    public Profile locked(boolean locked) {
        return new Profile(name, where, hue, locked ? Protection.READ_ONLY : Protection.OPEN);
    }

    /// Whether nothing that changes anything may be sent.
    public boolean isLocked() {
        return protection == Protection.READ_ONLY;
    }

    /// Whether this process may have to host a broker for it.
    public boolean hostsHere() {
        return where instanceof Where.Embedded;
    }

    /// What to be let in as: a viewer if it is locked, so that the broker refuses what this window
    /// should have.
    public Optional<Role> role() {
        if (isLocked()) {
            return Optional.of(Role.VIEWER);
        }
        return where instanceof Where.Tcp(_, _, _, var role) ? role : Optional.empty();
    }
}
