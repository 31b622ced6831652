package daemoneye.rpc.client.serve.check;

import java.util.Optional;

/// Bounds of texts.
final class Texts {
    private static final int MOST_SHOWN = 64;

    private Texts() {}

    /// One line of at most `most` characters.
    static Optional<Fault> line(String path, String text, int most) {
        if (text.length() > most) {
            return Optional.of(
                    new Fault(
                            path,
                            "has %d characters, at most %d are allowed"
                                    .formatted(text.length(), most)));
        }
        for (int at = 0; at < text.length(); at++) {
            if (Character.isISOControl(text.charAt(at))) {
                return Optional.of(new Fault(path, "contains a control character"));
            }
        }
        return Optional.empty();
    }

    /// One line of at most `most` characters, and at least one.
    static Optional<Fault> name(String path, String text, int most) {
        return text.isBlank() ? Optional.of(new Fault(path, "is empty")) : line(path, text, most);
    }

    /// `name` below `path`, fit to be shown whatever it contains.
    static String below(String path, String name) {
        var shown = name.length() <= MOST_SHOWN ? name : name.substring(0, MOST_SHOWN) + "...";
        return path + "." + shown.replaceAll("\\p{Cntrl}", "?");
    }
}
