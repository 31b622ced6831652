package daemoneye.app.controls.mark;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// SVG outlines at another size.
public final class Outline {
    private static final Pattern NUMBER = Pattern.compile("-?\\d*\\.?\\d+");

    private Outline() {}

    /// `path`, in absolute commands, with every length times `scale`.
    public static String scaled(String path, double scale) {
        if (scale == 1) {
            return path;
        }
        StringBuilder out = new StringBuilder();
        for (String command : path.split("(?=[MLAHVZ])", -1)) {
            out.append(command.startsWith("A") ? arc(command, scale) : all(command, scale));
        }
        return out.toString();
    }

    private static String all(String command, double scale) {
        return NUMBER.matcher(command).replaceAll(number -> times(number, scale));
    }

    /// `A rx ry rotation large sweep x y`: the three in the middle are no lengths.
    private static String arc(String command, double scale) {
        int[] place = {0};
        return NUMBER.matcher(command)
                .replaceAll(
                        number -> {
                            int i = place[0]++;
                            return i >= 2 && i <= 4 ? number.group() : times(number, scale);
                        });
    }

    private static String times(MatchResult number, double scale) {
        return String.format(Locale.ROOT, "%.3f", Double.parseDouble(number.group()) * scale);
    }
}
