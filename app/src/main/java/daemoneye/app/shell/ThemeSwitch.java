package daemoneye.app.shell;

import daemoneye.app.controls.Theme;
import daemoneye.app.settings.AppearanceViewModel;
import daemoneye.app.settings.ThemeChoice;

import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// Gives a window the theme and the amount of motion that a person chose, or those of the system,
/// also while they change. FX thread.
public final class ThemeSwitch {
    private final Scene scene;
    private final AppearanceViewModel appearance;
    private final Subscription following;
    private Theme theme = Theme.DARK;

    public ThemeSwitch(Scene scene, AppearanceViewModel appearance) {
        this.scene = scene;
        this.appearance = appearance;
        var preferences = scene.getPreferences();
        // A scene whose own preference is empty has the one of the system.
        following =
                Subscription.combine(
                        appearance.themeProperty().subscribe(this::prefer),
                        appearance
                                .motionProperty()
                                .subscribe(
                                        each ->
                                                preferences.setReducedMotion(
                                                        each.reduced().orElse(null))));
        preferences.colorSchemeProperty().subscribe(_ -> show());
    }

    /// The window stays as it is.
    public void stop() {
        following.unsubscribe();
    }

    private void prefer(ThemeChoice choice) {
        scene.getPreferences().setColorScheme(choice.theme().map(ThemeSwitch::scheme).orElse(null));
    }

    private void show() {
        theme =
                scene.getPreferences().getColorScheme() == ColorScheme.LIGHT
                        ? Theme.LIGHT
                        : Theme.DARK;
        theme.applyTo(scene);
    }

    private static ColorScheme scheme(Theme theme) {
        return switch (theme) {
            case DARK -> ColorScheme.DARK;
            case LIGHT -> ColorScheme.LIGHT;
        };
    }

    /// To the other theme, as a person wishes.
    public void toggle() {
        choose(theme == Theme.DARK ? Theme.LIGHT : Theme.DARK);
    }

    /// To this theme, as a person wishes.
    public void choose(Theme next) {
        appearance.themeProperty().set(ThemeChoice.of(next));
    }

    /// The one that is shown.
    public Theme theme() {
        return theme;
    }
}
