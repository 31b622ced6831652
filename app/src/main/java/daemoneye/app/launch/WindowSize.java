package daemoneye.app.launch;

import java.util.regex.Pattern;

/// A size in pixels, written `1440x900`.
public record WindowSize(int width, int height) {
    private static final Pattern FORM = Pattern.compile("(\\d{2,5})x(\\d{2,5})");

    /// @throws IllegalArgumentException with a sentence that shows the form
    public static WindowSize parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no size: write WIDTHxHEIGHT, e.g. 1440x900");
        }
        return new WindowSize(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }
}
