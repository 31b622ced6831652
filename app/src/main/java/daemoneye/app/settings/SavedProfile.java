package daemoneye.app.settings;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/// A connection profile as it stands in the file; what does not apply is empty text or 0. What is
/// missing in the file counts as empty. Never a secret: only where the token is.
///
/// @param kind `embedded`, `tcp` or `unix`
/// @param path of the socket
/// @param role wanted, by its wire name
/// @param care `open`, `protected` or `read_only`
public record SavedProfile(
        String name,
        String kind,
        String host,
        int port,
        String tokenFile,
        String role,
        String path,
        String hue,
        String care) {
    public SavedProfile {
        name = text(name);
        kind = text(kind);
        host = text(host);
        tokenFile = text(tokenFile);
        role = text(role);
        path = text(path);
        hue = text(hue);
        care = text(care);
    }

    private static String text(@Nullable String read) {
        return Objects.requireNonNullElse(read, "");
    }
}
