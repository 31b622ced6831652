package daemoneye.app.text;

import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// All words that people read, from `i18n/messages.properties`. Fixed text is used as it stands;
/// text with values goes through [MessageFormat].
public final class Messages {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("i18n.messages");

    private Messages() {}

    /// For FXML.
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /// @throws MissingResourceException if there is no such key: a bug
    public static String text(String key, Object... values) {
        var pattern = BUNDLE.getString(key);
        return values.length == 0
                ? pattern
                : new MessageFormat(pattern, BUNDLE.getLocale()).format(values);
    }
}
