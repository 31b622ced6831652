package daemoneye.app.controls;

import daemoneye.app.text.Language;

import java.text.MessageFormat;

/// The words our controls say by themselves: tooltips and what a screen reader reads.
/// They come from the bundle `i18n/controls` in the language of the program.
public final class ControlTexts {
    private ControlTexts() {}

    /// The text of `key`, with `values` put into its places. A missing key is a bug and throws.
    public static String text(String key, Object... values) {
        var language = Language.current();
        return new MessageFormat(language.bundle("i18n.controls").getString(key), language.locale())
                .format(values);
    }
}
