package daemoneye.app.profile;

import daemoneye.app.text.Messages;

import java.util.Locale;

/// The colour of a profile: its frame around the window, so that nobody mistakes one place for
/// another. The colours themselves are tokens.
public enum Hue {
    BLUE,
    TEAL,
    GREEN,
    AMBER,
    RED,
    VIOLET,
    GREY;

    /// `hue-blue`, which sets `-de-profile` for everything inside.
    public String styleClass() {
        return "hue-" + key();
    }

    /// As it is saved.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// For people.
    public String label() {
        return Messages.text("profile.hue." + key());
    }

    /// The hue that was saved so; blue for anything else.
    static Hue of(String key) {
        for (var each : values()) {
            if (each.key().equals(key)) {
                return each;
            }
        }
        return BLUE;
    }
}
