package daemoneye.rpc.cli.output;

/// Colours text, or does not.
///
/// @param on whether the text is for a terminal that shows colours
public record Paint(boolean on) {
    /// No colours.
    public static final Paint NONE = new Paint(false);

    /// The text in the colour of its meaning.
    public String of(Style style, String text) {
        if (!on || style == Style.PLAIN || text.isEmpty()) {
            return text;
        }
        return "\u001b[" + style.code() + "m" + text + "\u001b[0m";
    }
}
