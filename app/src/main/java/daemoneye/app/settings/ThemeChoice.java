package daemoneye.app.settings;

import daemoneye.app.controls.Theme;
import daemoneye.app.text.Messages;

import java.util.Locale;
import java.util.Optional;

/// The colours a person wants.
public enum ThemeChoice {
    /// Those of this machine, also when they change while the window is open.
    SYSTEM,
    DARK,
    LIGHT;

    /// As it is saved: `system`, `dark` or `light`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The one that was saved so; that of this machine for anything else.
    public static ThemeChoice of(String key) {
        for (var each : values()) {
            if (each.key().equals(key)) {
                return each;
            }
        }
        return SYSTEM;
    }

    /// The choice of this very theme.
    public static ThemeChoice of(Theme theme) {
        return switch (theme) {
            case DARK -> DARK;
            case LIGHT -> LIGHT;
        };
    }

    /// Empty if this machine decides.
    public Optional<Theme> theme() {
        return switch (this) {
            case SYSTEM -> Optional.empty();
            case DARK -> Optional.of(Theme.DARK);
            case LIGHT -> Optional.of(Theme.LIGHT);
        };
    }

    /// For people.
    public String label() {
        return Messages.text("settings.theme." + key());
    }
}
