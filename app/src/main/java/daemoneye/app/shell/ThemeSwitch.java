package daemoneye.app.shell;

import daemoneye.app.controls.Theme;

import javafx.scene.Scene;

import java.util.function.Consumer;

/// The theme of the window and the button that changes it. FX thread.
public final class ThemeSwitch {
    private final Scene scene;
    private final Consumer<Theme> onChange;
    private Theme theme;

    /// @param onChange told of what a person chose, to remember it
    public ThemeSwitch(Scene scene, Theme first, Consumer<Theme> onChange) {
        this.scene = scene;
        this.onChange = onChange;
        this.theme = first;
        first.applyTo(scene);
    }

    /// To the other theme, as a person wishes.
    public void toggle() {
        choose(theme == Theme.DARK ? Theme.LIGHT : Theme.DARK);
    }

    /// To this theme, as a person wishes.
    public void choose(Theme next) {
        use(next);
        onChange.accept(theme);
    }

    /// To this theme, without remembering it.
    public void use(Theme next) {
        theme = next;
        next.applyTo(scene);
    }

    public Theme theme() {
        return theme;
    }
}
