package daemoneye.rpc.client.schema;

import java.util.regex.Pattern;

/// Names and values as sentences show them: bounded, and without characters that could play tricks
/// on a terminal.
final class PathText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final int NAME_CHARS = 64;

    private PathText() {}

    /// A name as part of a path; quoted if it is none that a setting could have.
    static String name(String name) {
        return PLAIN.matcher(name).matches() ? name : '"' + shown(name, NAME_CHARS) + '"';
    }

    /// The beginning of `text`; what cannot be seen becomes a question mark.
    static String shown(String text, int most) {
        var shown = new StringBuilder(Math.min(text.length(), most) + 1);
        text.codePoints()
                .limit(most)
                .map(each -> visible(each) ? each : '?')
                .forEach(shown::appendCodePoint);
        return text.codePointCount(0, Math.min(text.length(), 2 * most + 2)) > most
                ? shown.append('…').toString()
                : shown.toString();
    }

    private static boolean visible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
