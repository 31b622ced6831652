package daemoneye.app.controls.gauge;

import daemoneye.app.controls.ControlTexts;
import daemoneye.app.text.Language;

import java.text.NumberFormat;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/// The words and numbers of a gauge.
final class GaugeText {
    private GaugeText() {}

    /// Whole numbers from 10 on, one decimal below, as the reader's language writes them.
    static String number(double value) {
        NumberFormat format = NumberFormat.getInstance(Language.current().locale());
        boolean whole = Math.abs(value) >= 10 || value == Math.rint(value);
        format.setMinimumFractionDigits(whole ? 0 : 1);
        format.setMaximumFractionDigits(whole ? 0 : 1);
        return format.format(value);
    }

    /// "14 s", "3 min" or "2 h".
    static String age(Duration age) {
        if (age.compareTo(Duration.ofMinutes(2)) < 0) {
            return ControlTexts.text("age.seconds", Math.max(0, age.toSeconds()));
        }
        return age.compareTo(Duration.ofHours(2)) < 0
                ? ControlTexts.text("age.minutes", age.toMinutes())
                : ControlTexts.text("age.hours", age.toHours());
    }

    /// For a screen reader: "health 61, peak 98".
    static String spoken(
            String caption,
            String unit,
            GaugeReading reading,
            OptionalDouble peak,
            DoubleFunction<String> format) {
        String value =
                switch (reading) {
                    case GaugeReading.NoValue() -> ControlTexts.text("gauge.none");
                    case GaugeReading.Live(double live) -> withUnit(format.apply(live), unit);
                    case GaugeReading.Stale(double old, Duration age) ->
                            ControlTexts.text(
                                    "gauge.stale", withUnit(format.apply(old), unit), age(age));
                };
        String said = caption.isBlank() ? value : caption + " " + value;
        return peak.isEmpty()
                ? said
                : said
                        + ", "
                        + ControlTexts.text(
                                "gauge.peak", withUnit(format.apply(peak.getAsDouble()), unit));
    }

    private static String withUnit(String number, String unit) {
        return unit.isBlank() ? number : number + " " + unit;
    }
}
