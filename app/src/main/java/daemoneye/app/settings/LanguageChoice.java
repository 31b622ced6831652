package daemoneye.app.settings;

import daemoneye.app.text.Language;
import daemoneye.app.text.Messages;

import java.util.Locale;

/// The language a person wants.
public enum LanguageChoice {
    /// The one of this machine.
    SYSTEM,
    ENGLISH,
    GERMAN;

    /// As it is saved: `system`, `en` or `de`.
    public String key() {
        return switch (this) {
            case SYSTEM -> name().toLowerCase(Locale.ROOT);
            case ENGLISH, GERMAN -> language().code();
        };
    }

    /// The one that was saved so; that of this machine for anything else.
    public static LanguageChoice of(String key) {
        for (var each : values()) {
            if (each.key().equals(key)) {
                return each;
            }
        }
        return SYSTEM;
    }

    public Language language() {
        return switch (this) {
            case SYSTEM -> Language.ofSystem();
            case ENGLISH -> Language.ENGLISH;
            case GERMAN -> Language.GERMAN;
        };
    }

    /// For people. Each language is called by its own name, so that it is found by those who can
    /// read nothing else.
    public String label() {
        return Messages.text("settings.language." + key());
    }
}
