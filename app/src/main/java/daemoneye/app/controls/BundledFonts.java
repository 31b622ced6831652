package daemoneye.app.controls;

import javafx.scene.text.Font;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// Loads the fonts that come with the console, so that it looks the same on a machine without any.
/// Safe to call again; a missing file is a packaging bug and throws.
public final class BundledFonts {
    /// The family of ordinary text. Medium and semibold are families of their own to JavaFX.
    public static final String TEXT = "Inter";

    /// The family of numbers, identifiers and code.
    public static final String NUMBERS = "JetBrains Mono";

    private static final List<String> FILES =
            List.of(
                    "Inter-Regular.otf",
                    "Inter-Medium.otf",
                    "Inter-SemiBold.otf",
                    "Inter-Bold.otf",
                    "JetBrainsMono-Regular.ttf",
                    "JetBrainsMono-Medium.ttf",
                    "JetBrainsMono-Bold.ttf");

    private BundledFonts() {}

    /// Registers every bundled font with JavaFX and says which they are. Any thread; the second
    /// call does nothing more.
    public static List<Font> load() {
        return Loaded.ONCE;
    }

    private static Font read(String file) {
        try (InputStream in = BundledFonts.class.getResourceAsStream("/fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the font " + file + " is not on the class path");
            }
            Font font = Font.loadFont(in, 13);
            if (font == null) {
                throw new IllegalStateException("JavaFX cannot read the font " + file);
            }
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Loaded {
        static final List<Font> ONCE = FILES.stream().map(BundledFonts::read).toList();
    }
}
