package daemoneye.rpc.client.audit;

/// Text of strangers, made harmless: what a terminal, a table or an editor would obey instead of
/// showing it is written as its code, e.g. `\u202e`.
public final class VisibleText {
    private VisibleText() {}

    /// @param most characters of `text` that are taken; if there are more, their number follows
    public static String of(String text, int most) {
        if (text.length() <= most && isPlain(text)) {
            return text;
        }
        var safe = new StringBuilder(Math.min(text.length(), most) + 16);
        int at = 0;
        for (int taken = 0; at < text.length() && taken < most; taken++) {
            int each = text.codePointAt(at);
            append(safe, each);
            at += Character.charCount(each);
        }
        if (at < text.length()) {
            safe.append("... (%d characters)".formatted(text.length()));
        }
        return safe.toString();
    }

    // Names and ids nearly always are.
    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < ' ' || text.charAt(at) > '~') {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder to, int each) {
        switch (Character.getType(each)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    to.append((each > 0xffff ? "\\U%08x" : "\\u%04x").formatted(each));
            default -> to.appendCodePoint(each);
        }
    }
}
