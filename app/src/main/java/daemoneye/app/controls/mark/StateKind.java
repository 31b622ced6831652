package daemoneye.app.controls.mark;

import java.util.Locale;

/// The states a mark can show. Each has a shape, a letter and a colour, so that nobody depends on
/// one of them alone.
public enum StateKind {
    HEALTHY("H", "M12 6A6 6 0 1 1 0 6A6 6 0 1 1 12 6Z"),
    DEGRADED("D", "M6 .5L12 11.5L0 11.5Z"),
    FAILED("F", "M.8 .8H11.2V11.2H.8Z"),
    UNRESPONSIVE("U", "M6 -.4L12.4 6L6 12.4L-.4 6Z"),
    UNKNOWN("?", ring(2)),
    PAUSED("P", "M1.5 .5H4.8V11.5H1.5ZM7.2 .5H10.5V11.5H7.2Z"),
    STARTING("S", ring(1.5) + "M6 2.8A3.2 3.2 0 0 1 6 9.2Z"),
    STOPPING("E", ring(1.5) + "M6 2.8A3.2 3.2 0 0 0 6 9.2Z"),
    STOPPED("X", "M.8 .8H11.2V11.2H.8ZM2.8 2.8V9.2H9.2V2.8Z");

    private final String letter;
    private final String outline;
    private final String css = name().toLowerCase(Locale.ROOT);

    StateKind(String letter, String outline) {
        this.letter = letter;
        this.outline = outline;
    }

    /// One letter for where a shape is not enough.
    public String letter() {
        return letter;
    }

    /// The style class that gives marks (`state-mark`) and words (`state-text`) their colour.
    public String styleClass() {
        return css;
    }

    /// Whether the shape has room for its letter.
    boolean carriesLetter() {
        return switch (this) {
            case HEALTHY, DEGRADED, FAILED, UNRESPONSIVE, UNKNOWN, STOPPED -> true;
            case PAUSED, STARTING, STOPPING -> false;
        };
    }

    /// An SVG path in a square of 12.
    String outline() {
        return outline;
    }

    private static String ring(double stroke) {
        double inner = 6 - stroke;
        return "M12 6A6 6 0 1 1 0 6A6 6 0 1 1 12 6Z"
                + "M%1$s 6A%2$s %2$s 0 1 0 %3$s 6A%2$s %2$s 0 1 0 %1$s 6Z"
                        .formatted(6 + inner, inner, 6 - inner);
    }
}
