package daemoneye.app.text;

import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// All words that people read, from `i18n/messages.properties` and its translations, in the
/// language that [Language] says at that moment. Fixed text is used as it stands; text with values
/// goes through [MessageFormat].
public final class Messages {
    private static final String NAME = "i18n.messages";

    private Messages() {}

    /// For FXML.
    public static ResourceBundle bundle() {
        return Language.current().bundle(NAME);
    }

    /// @throws MissingResourceException if there is no such key: a bug
    public static String text(String key, Object... values) {
        var language = Language.current();
        var pattern = language.bundle(NAME).getString(key);
        return values.length == 0
                ? pattern
                : new MessageFormat(pattern, language.locale()).format(values);
    }
}
