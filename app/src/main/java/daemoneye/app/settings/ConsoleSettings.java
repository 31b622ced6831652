package daemoneye.app.settings;

/// What the console remembers of a person's choices.
///
/// @param theme `dark`, `light` or `system`
/// @param width of the window, pixels
/// @param height of the window, pixels
public record ConsoleSettings(String theme, double width, double height) {
    /// Least width of the window.
    public static final double LEAST_WIDTH = 1024;

    /// Least height of the window.
    public static final double LEAST_HEIGHT = 700;

    /// Sizes below the least or beyond reason are brought into bounds.
    public ConsoleSettings {
        width = bounded(width, LEAST_WIDTH);
        height = bounded(height, LEAST_HEIGHT);
    }

    /// Before anybody chose anything.
    public static ConsoleSettings standard() {
        return new ConsoleSettings("system", 1440, 900);
    }

    public ConsoleSettings withTheme(String newTheme) {
        return new ConsoleSettings(newTheme, width, height);
    }

    public ConsoleSettings withSize(double newWidth, double newHeight) {
        return new ConsoleSettings(theme, newWidth, newHeight);
    }

    private static double bounded(double value, double least) {
        return Double.isFinite(value) ? Math.clamp(value, least, 16_384) : least;
    }
}
