package daemoneye.app.profile;

import daemoneye.app.guard.Protection;
import daemoneye.app.settings.SavedProfile;
import daemoneye.rpc.protocol.operation.Role;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Profiles as they stand in the settings, and back.
public final class SavedProfiles {
    private SavedProfiles() {}

    /// All that make sense, the first of each name; this machine alone if there is none. A file
    /// that somebody edited by hand must not keep the console from opening.
    public static List<Profile> read(List<SavedProfile> saved) {
        var profiles = new LinkedHashMap<String, Profile>();
        for (var each : saved) {
            read(each).ifPresent(profile -> profiles.putIfAbsent(profile.name(), profile));
        }
        return profiles.isEmpty() ? List.of(Profile.here()) : List.copyOf(profiles.values());
    }

    private static Optional<Profile> read(SavedProfile saved) {
        try {
            return where(saved)
                    .map(
                            where ->
                                    new Profile(
                                            saved.name(),
                                            where,
                                            Hue.of(saved.hue()),
                                            protection(saved.care())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Where> where(SavedProfile saved) {
        return switch (saved.kind()) {
            case "embedded" -> Optional.of(new Where.Embedded());
            case "unix" -> Optional.of(new Where.Unix(Path.of(saved.path())));
            case "tcp" ->
                    Optional.of(
                            new Where.Tcp(
                                    saved.host(),
                                    saved.port(),
                                    path(saved.tokenFile()),
                                    Role.named(saved.role())));
            default -> Optional.empty();
        };
    }

    private static Optional<Path> path(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
    }

    // What cannot be read is the careful one.
    private static Protection protection(String care) {
        return switch (care) {
            case "open" -> Protection.OPEN;
            case "protected" -> Protection.PROTECTED;
            default -> Protection.READ_ONLY;
        };
    }

    /// For the file.
    public static List<SavedProfile> write(List<Profile> profiles) {
        return profiles.stream().map(SavedProfiles::write).toList();
    }

    private static SavedProfile write(Profile profile) {
        var hue = profile.hue().key();
        var care = profile.protection().name().toLowerCase(Locale.ROOT);
        return switch (profile.where()) {
            case Where.Embedded() ->
                    new SavedProfile(profile.name(), "embedded", "", 0, "", "", "", hue, care);
            case Where.Unix(var path) ->
                    new SavedProfile(
                            profile.name(), "unix", "", 0, "", "", path.toString(), hue, care);
            case Where.Tcp(var host, var port, var token, var role) ->
                    new SavedProfile(
                            profile.name(),
                            "tcp",
                            host,
                            port,
                            token.map(Path::toString).orElse(""),
                            role.map(Role::wireName).orElse(""),
                            "",
                            hue,
                            care);
        };
    }
}
