package daemoneye.rpc.protocol.message;

import daemoneye.rpc.protocol.operation.Role;

import java.util.Optional;

/// Who said something, as the broker stamped it: `name#session/role`. Read from the end, because a
/// name may hold any of these characters and must not be able to pass for another.
///
/// @param name of the client
/// @param session its number at the broker; empty if the stamp has none
/// @param role what it may do; empty if the broker did not say, and then it may do nothing
public record Sender(String name, String session, Optional<Role> role) {
    /// Reads a stamp; never fails, whatever it is given.
    public static Sender of(String stamp) {
        int hash = stamp.lastIndexOf('#');
        if (hash < 0) {
            return new Sender(stamp, "", Optional.empty());
        }
        int slash = stamp.indexOf('/', hash);
        if (slash < 0) {
            return new Sender(
                    stamp.substring(0, hash), stamp.substring(hash + 1), Optional.empty());
        }
        return new Sender(
                stamp.substring(0, hash),
                stamp.substring(hash + 1, slash),
                Role.named(stamp.substring(slash + 1)));
    }

    /// Whether the sender may do what needs `needed`.
    public boolean may(Role needed) {
        return role.isPresent() && role.get().allows(needed);
    }

    /// As the broker stamps it.
    public static String stamp(String name, int session, Role role) {
        return name + "#" + session + "/" + role.wireName();
    }
}
