package daemoneye.app.audit.entry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A time as people write it: `90s` `30m` `1h` `2d` ago, `14:30` today, `2026-11-23`, or
/// `2026-11-23T14:30`.
final class GivenTime {
    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhd])");

    private GivenTime() {}

    /// @return empty if it is none of these
    static Optional<Instant> parse(String text, Instant now, ZoneId zone) {
        var ago = AGO.matcher(text);
        if (ago.matches()) {
            return Optional.of(now.minus(span(Long.parseLong(ago.group(1)), ago.group(2))));
        }
        try {
            return Optional.of(moment(text.toUpperCase(Locale.ROOT), now, zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration span(long number, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static Instant moment(String text, Instant now, ZoneId zone) {
        if (text.endsWith("Z")) {
            return Instant.parse(text);
        }
        if (text.contains("T")) {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        }
        if (text.contains("-")) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        var today = now.atZone(zone).toLocalDate();
        var time = LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text);
        return today.atTime(time).atZone(zone).toInstant();
    }
}
