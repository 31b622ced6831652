package daemoneye.app.settings;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What the console remembers of a person's choices.
///
/// @param theme `dark`, `light` or `system`
/// @param language `en`, `de` or `system`
/// @param motion `full`, `reduced` or `system`
/// @param width of the window, pixels
/// @param height of the window, pixels
/// @param profiles the connections that people have named; empty before anybody did
/// @param profile the name of the one that was used last; empty for none
public record ConsoleSettings(
        String theme,
        String language,
        String motion,
        double width,
        double height,
        List<SavedProfile> profiles,
        String profile) {
    /// Least width of the window.
    public static final double LEAST_WIDTH = 1024;

    /// Least height of the window.
    public static final double LEAST_HEIGHT = 700;

    private static final String SYSTEM = "system";

    /// Sizes below the least or beyond reason are brought into bounds; a file from before there
    /// were profiles has none, and one from before there was a choice leaves it to the system.
    public ConsoleSettings {
        profiles = known(profiles);
        profile = profile == null ? "" : profile;
        theme = orSystem(theme);
        language = orSystem(language);
        motion = orSystem(motion);
        width = bounded(width, LEAST_WIDTH);
        height = bounded(height, LEAST_HEIGHT);
    }

    /// Before anybody chose anything.
    public static ConsoleSettings standard() {
        return new ConsoleSettings(SYSTEM, SYSTEM, SYSTEM, 1440, 900, List.of(), "");
    }

    public ConsoleSettings withTheme(String newTheme) {
        return new ConsoleSettings(newTheme, language, motion, width, height, profiles, profile);
    }

    public ConsoleSettings withLanguage(String newLanguage) {
        return new ConsoleSettings(theme, newLanguage, motion, width, height, profiles, profile);
    }

    public ConsoleSettings withMotion(String newMotion) {
        return new ConsoleSettings(theme, language, newMotion, width, height, profiles, profile);
    }

    public ConsoleSettings withSize(double newWidth, double newHeight) {
        return new ConsoleSettings(theme, language, motion, newWidth, newHeight, profiles, profile);
    }

    public ConsoleSettings withProfiles(List<SavedProfile> newProfiles) {
        return new ConsoleSettings(theme, language, motion, width, height, newProfiles, profile);
    }

    public ConsoleSettings withProfile(String newProfile) {
        return new ConsoleSettings(theme, language, motion, width, height, profiles, newProfile);
    }

    private static String orSystem(@Nullable String read) {
        return read == null ? SYSTEM : read;
    }

    private static List<SavedProfile> known(@Nullable List<SavedProfile> read) {
        return read == null ? List.of() : List.copyOf(read);
    }

    private static double bounded(double value, double least) {
        return Double.isFinite(value) ? Math.clamp(value, least, 16_384) : least;
    }
}
