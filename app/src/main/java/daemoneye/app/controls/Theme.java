package daemoneye.app.controls;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.scene.Scene;

import java.net.URL;
import java.util.Arrays;
import java.util.List;

/// The two looks of the console. A theme is AtlantaFX's base, our tokens and one sheet of
/// components that both themes share.
public enum Theme {
    DARK("/css/tokens-dark.css", new PrimerDark().getUserAgentStylesheet()),
    LIGHT("/css/tokens-light.css", new PrimerLight().getUserAgentStylesheet());

    private static final String COMPONENTS = "/css/console.css";
    private static final String PAGES = "/css/pages.css";

    private final String tokens;
    private final String base;

    Theme(String tokens, String base) {
        this.tokens = tokens;
        this.base = base;
    }

    /// Puts this theme on a scene in place of the other one, before any further sheet the scene
    /// has.
    /// FX thread. Dialogs and popups with a scene of their own need the same call.
    public void applyTo(Scene scene) {
        BundledFonts.load();
        scene.setUserAgentStylesheet(base);
        List<String> sheets = scene.getStylesheets();
        Arrays.stream(values()).forEach(theme -> sheets.remove(address(theme.tokens)));
        sheets.removeAll(List.of(address(COMPONENTS), address(PAGES)));
        sheets.addAll(0, stylesheets());
    }

    /// The author sheets of this theme in the order they must stand: tokens, then components.
    public List<String> stylesheets() {
        return List.of(address(tokens), address(COMPONENTS), address(PAGES));
    }

    /// The base sheet, for `Application.setUserAgentStylesheet`.
    public String base() {
        return base;
    }

    private static String address(String path) {
        URL url = Theme.class.getResource(path);
        if (url == null) {
            throw new IllegalStateException(path + " is not on the class path");
        }
        return url.toExternalForm();
    }
}
