package daemoneye.app.text;

/// Text that came from somewhere else, made fit for a line of the window: no control characters, no
/// marks that turn the direction of what follows, no endless length.
public final class SafeText {
    private SafeText() {}

    /// @param most characters that are kept
    public static String of(String text, int most) {
        var safe = new StringBuilder(Math.min(text.length(), most + 1));
        text.codePoints()
                .limit(most + 1L)
                .forEach(each -> safe.appendCodePoint(isHarmful(each) ? ' ' : each));
        var kept = safe.toString().strip();
        return kept.codePointCount(0, kept.length()) <= most
                ? kept
                : kept.substring(0, kept.offsetByCodePoints(0, most - 1)) + "…";
    }

    /// A name, a host, a kind: something that stands in a line with others.
    public static String name(String text) {
        return of(text, 80);
    }

    /// A sentence somebody else wrote.
    public static String sentence(String text) {
        return of(text, 300);
    }

    /// The same as a sentence of its own: with a capital at its beginning and an end.
    public static String whole(String text) {
        var said = sentence(text);
        if (said.isEmpty()) {
            return said;
        }
        var begun = Character.toString(Character.toTitleCase(said.codePointAt(0)));
        var rest = said.substring(said.offsetByCodePoints(0, 1));
        return ".!?…".indexOf(said.charAt(said.length() - 1)) >= 0
                ? begun + rest
                : begun + rest + ".";
    }

    private static boolean isHarmful(int each) {
        return Character.isISOControl(each)
                || Character.getType(each) == Character.FORMAT
                || Character.getType(each) == Character.SURROGATE
                || Character.getType(each) == Character.LINE_SEPARATOR
                || Character.getType(each) == Character.PARAGRAPH_SEPARATOR;
    }
}
