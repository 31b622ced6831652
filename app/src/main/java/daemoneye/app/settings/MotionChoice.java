package daemoneye.app.settings;

import daemoneye.app.text.Messages;

import java.util.Locale;
import java.util.Optional;

/// How much may move.
public enum MotionChoice {
    /// As this machine is set.
    SYSTEM,
    FULL,
    /// Nothing slides, sweeps or fades.
    REDUCED;

    /// As it is saved: `system`, `full` or `reduced`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The one that was saved so; that of this machine for anything else.
    public static MotionChoice of(String key) {
        for (var each : values()) {
            if (each.key().equals(key)) {
                return each;
            }
        }
        return SYSTEM;
    }

    /// Whether it is to be less; empty if this machine decides.
    public Optional<Boolean> reduced() {
        return switch (this) {
            case SYSTEM -> Optional.empty();
            case FULL -> Optional.of(false);
            case REDUCED -> Optional.of(true);
        };
    }

    /// For people.
    public String label() {
        return Messages.text("settings.motion." + key());
    }
}
