package daemoneye.app.launch.display;

import javafx.application.Platform;

import java.util.Locale;
import java.util.Map;

/// Whether this machine can show a window, how JavaFX is told to do without, and its beginning and
/// end.
public final class Display {
    private Display() {}

    /// On Linux a display must be named in the environment; other systems always have one.
    public static boolean present(Map<String, String> environment, String osName) {
        boolean linux = osName.toLowerCase(Locale.ROOT).contains("linux");
        return !linux || named(environment, "DISPLAY") || named(environment, "WAYLAND_DISPLAY");
    }

    private static boolean named(Map<String, String> environment, String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }

    /// Makes JavaFX render into memory; before its toolkit starts.
    public static void doWithout() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        // In software the cached regions leave a stray column beside rounded corners.
        System.setProperty("prism.disableRegionCaching", "true");
        System.setProperty("java.awt.headless", "true");
    }

    /// Starts JavaFX; it goes on when the last window has been closed.
    public static void startToolkit() {
        startToolkit(() -> {});
    }

    /// The same.
    ///
    /// @param afterwards on the FX thread, when the display is open
    public static void startToolkit(Runnable afterwards) {
        Platform.startup(
                () -> {
                    Platform.setImplicitExit(false);
                    afterwards.run();
                });
    }

    /// Ends JavaFX for good.
    public static void stopToolkit() {
        Platform.exit();
    }
}
