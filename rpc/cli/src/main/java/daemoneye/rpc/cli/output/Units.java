package daemoneye.rpc.cli.output;

import java.time.Duration;
import java.util.Locale;

/// Numbers as people read them. Always with a decimal point, whatever the country: what is copied
/// from a terminal ends in scripts.
public final class Units {
    private static final int SECONDS_A_MINUTE = 60;
    private static final int MINUTES_AN_HOUR = 60;
    private static final int HOURS_A_DAY = 24;

    private Units() {}

    /// Its two largest units: `850 ms`, `3.2 s`, `2 min 5 s`, `3 h 4 min`, `2 d 3 h`.
    public static String duration(Duration time) {
        if (time.toMillis() < 1000) {
            return time.toMillis() + " ms";
        }
        if (time.toSeconds() < SECONDS_A_MINUTE) {
            return decimal(time.toMillis() / 1000.0, 1) + " s";
        }
        if (time.toMinutes() < MINUTES_AN_HOUR) {
            return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        }
        if (time.toHours() < HOURS_A_DAY) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toDays() + " d " + time.toHoursPart() + " h";
    }

    /// Milliseconds with two places: for measured calls.
    public static String millis(Duration time) {
        return decimal(time.toNanos() / 1e6, 2) + " ms";
    }

    /// With that many places behind the point.
    public static String decimal(double number, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", number);
    }

    /// As short as it can be without losing what matters: `3`, `3.25`, `1234.5`.
    public static String plain(double number) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString((long) number);
        }
        return decimal(number, 2);
    }
}
