package daemoneye.app.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/// The languages of the console, and the one it speaks. It speaks English until [#use] is called:
/// once at the start, again when a person chooses another one. Safe from any thread; texts that
/// were made before keep the language they were made in.
public enum Language {
    ENGLISH(Locale.ENGLISH),
    GERMAN(Locale.GERMAN);

    // A system in German must not make the English console fall back to German texts.
    private static final ResourceBundle.Control EXACTLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static volatile Language current = ENGLISH;

    private final Locale locale;

    @SuppressWarnings("ImmutableEnumChecker") // What it was asked for once; never another answer.
    private final Map<String, ResourceBundle> bundles = new ConcurrentHashMap<>();

    Language(Locale locale) {
        this.locale = locale;
    }

    /// The one the console speaks.
    public static Language current() {
        return current;
    }

    /// From now on the console speaks `language`. Windows that are open have to be made anew.
    public static void use(Language language) {
        current = language;
    }

    /// The one of this machine; English if there is no bundle for it.
    public static Language ofSystem() {
        return of(Locale.getDefault(Locale.Category.DISPLAY)).orElse(ENGLISH);
    }

    /// By its code, `en` or `de`.
    public static Optional<Language> parse(String code) {
        return of(Locale.of(code));
    }

    private static Optional<Language> of(Locale wanted) {
        return Arrays.stream(values())
                .filter(each -> each.locale.getLanguage().equals(wanted.getLanguage()))
                .findFirst();
    }

    /// `en` or `de`.
    public String code() {
        return locale.getLanguage();
    }

    /// How numbers and dates are written.
    public Locale locale() {
        return locale;
    }

    /// The texts of this language.
    ///
    /// @param name of the bundle, such as `i18n.messages`
    public ResourceBundle bundle(String name) {
        return bundles.computeIfAbsent(
                name, each -> ResourceBundle.getBundle(each, locale, EXACTLY));
    }
}
