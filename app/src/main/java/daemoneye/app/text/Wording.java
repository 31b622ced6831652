package daemoneye.app.text;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Numbers, ages and times as the console writes them: short, with a unit, at a steady width, with
/// the decimal sign of the [Language] in use.
public final class Wording {
    /// What stands where there is no value.
    public static final String NONE = "–";

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private static final DateTimeFormatter ISO_DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter GERMAN_DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss", Locale.GERMAN)
                    .withZone(ZoneId.systemDefault());

    /// From here on the number of digits alone would be too long for a cell.
    private static final double LARGE = 1e9;

    private Wording() {}

    private static Locale locale() {
        return Language.current().locale();
    }

    /// "30,000".
    public static String whole(long number) {
        return String.format(locale(), "%,d", number);
    }

    /// "2.5", "0.125"; as many digits as it has, seven at most. NaN is no value.
    public static String decimal(double number) {
        if (!Double.isFinite(number)) {
            return NONE;
        }
        var format = NumberFormat.getInstance(locale());
        format.setMaximumFractionDigits(7);
        return format.format(number);
    }

    /// "2.5".
    public static String tenth(double number) {
        return String.format(locale(), "%.1f", number);
    }

    /// "0.4 %"; what is less than nothing, or not finite, is no value.
    public static String percent(double value) {
        return isAmount(value) ? bounded(value, "%.1f") + " %" : NONE;
    }

    /// "52 MB"; what is less than nothing, or not finite, is no value.
    public static String megabytes(double value) {
        return isAmount(value) ? bounded(value, "%.0f") + " MB" : NONE;
    }

    private static boolean isAmount(double value) {
        return Double.isFinite(value) && value >= 0;
    }

    // A number that nobody can mean must not burst its cell.
    private static String bounded(double value, String pattern) {
        return String.format(locale(), Math.abs(value) < LARGE ? pattern : "%.1e", value);
    }

    /// "157", or "3.4" below ten; NaN is no value.
    public static String rate(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        return bounded(value, Math.abs(value) < 10 && value != 0 ? "%.1f" : "%,.0f");
    }

    /// "0.3 s", "14 s", "2 m", "6 h", "3 d". What is yet to come is 0.0 s old.
    public static String age(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 10) {
            return String.format(
                    locale(), "%.1f s", age.isNegative() ? 0 : age.toMillis() / 1000.0);
        }
        if (seconds < 120) {
            return seconds + " s";
        }
        if (seconds < 7200) {
            return seconds / 60 + " m";
        }
        return seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
    }

    /// "42 s", "12 m 5 s", "6 h 12 m", "3 d 4 h".
    public static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " m " + seconds % 60 + " s";
        }
        return seconds < 86_400
                ? seconds / 3600 + " h " + seconds % 3600 / 60 + " m"
                : seconds / 86_400 + " d " + seconds % 86_400 / 3600 + " h";
    }

    /// "0.4 ms", "12 ms".
    public static String millis(Duration time) {
        double millis = time.toNanos() / 1e6;
        return String.format(locale(), millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }

    /// What something took: "840 ms", "6.6 s", "12 s", "3 m".
    public static String took(Duration time) {
        return time.toSeconds() < 1 ? millis(time) : age(time);
    }

    /// "+3 ms".
    public static String signedMillis(Duration time) {
        return String.format(locale(), "%+d ms", time.toMillis());
    }

    /// "09:41:07" in this machine's time zone.
    public static String clock(Instant time) {
        return CLOCK.format(time);
    }

    /// "2026-11-23 09:41:07", in German "23.11.2026 09:41:07", in this machine's time zone.
    public static String day(Instant time) {
        return switch (Language.current()) {
            case ENGLISH -> ISO_DAY.format(time);
            case GERMAN -> GERMAN_DAY.format(time);
        };
    }
}
