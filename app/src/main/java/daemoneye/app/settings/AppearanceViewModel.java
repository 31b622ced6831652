package daemoneye.app.settings;

import daemoneye.app.controls.Theme;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// How the window looks and speaks: what a person chose, remembered at once. FX thread only.
public final class AppearanceViewModel {
    private final ObjectProperty<LanguageChoice> language;
    private final ObjectProperty<ThemeChoice> theme;
    private final ObjectProperty<MotionChoice> motion;
    private final ReadOnlyBooleanWrapper languageWaits = new ReadOnlyBooleanWrapper();

    /// @param remember given each change of a person
    public AppearanceViewModel(
            LanguageChoice language,
            ThemeChoice theme,
            MotionChoice motion,
            Consumer<UnaryOperator<ConsoleSettings>> remember) {
        this.language = new SimpleObjectProperty<>(language);
        this.theme = new SimpleObjectProperty<>(theme);
        this.motion = new SimpleObjectProperty<>(motion);
        this.language.addListener(
                (_, _, now) -> remember.accept(each -> each.withLanguage(now.key())));
        this.theme.addListener((_, _, now) -> remember.accept(each -> each.withTheme(now.key())));
        this.motion.addListener((_, _, now) -> remember.accept(each -> each.withMotion(now.key())));
    }

    /// One that stays as it is: for pictures.
    public static AppearanceViewModel fixed(Theme theme) {
        return new AppearanceViewModel(
                LanguageChoice.SYSTEM, ThemeChoice.of(theme), MotionChoice.SYSTEM, _ -> {});
    }

    public ObjectProperty<LanguageChoice> languageProperty() {
        return language;
    }

    public ObjectProperty<ThemeChoice> themeProperty() {
        return theme;
    }

    public ObjectProperty<MotionChoice> motionProperty() {
        return motion;
    }

    /// Whether the language that was chosen last comes later, because something is under way.
    public ReadOnlyBooleanProperty languageWaitsProperty() {
        return languageWaits.getReadOnlyProperty();
    }

    /// Says whether it has to wait.
    public void languageWaits(boolean waits) {
        languageWaits.set(waits);
    }
}
