package daemoneye.app.controls;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/// The words our controls say by themselves: tooltips and what a screen reader reads.
/// They come from the bundle `i18n/controls` in the language of the program.
public final class ControlTexts {
    private ControlTexts() {}

    /// The text of `key`, with `values` put into its places. A missing key is a bug and throws.
    public static String text(String key, Object... values) {
        ResourceBundle bundle = ResourceBundle.getBundle("i18n.controls");
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(values);
    }
}
