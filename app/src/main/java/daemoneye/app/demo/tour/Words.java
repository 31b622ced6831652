package daemoneye.app.demo.tour;

import java.util.Locale;
import java.util.Optional;

/// A sentence of a tour.
///
/// @param german absent if the writer gave none: then the English one is shown
public record Words(String english, Optional<String> german) {
    /// In the language of the window.
    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.GERMAN.getLanguage())
                ? german.orElse(english)
                : english;
    }
}
