package daemoneye.app.controls.gauge;

import java.util.List;

/// What a gauge measures against.
///
/// @param min the value at the left end of the arc
/// @param max the value at the right end of the arc
/// @param zones ascending; the last one counts to the end of the scale and beyond
public record GaugeScale(double min, double max, List<GaugeZone> zones) {
    public GaugeScale {
        zones = List.copyOf(zones);
        if (!(min < max) || Double.isInfinite(min) || Double.isInfinite(max)) {
            throw new IllegalArgumentException("a scale needs two ends: " + min + " to " + max);
        }
        if (zones.isEmpty()) {
            throw new IllegalArgumentException("a scale needs a zone");
        }
        for (int i = 1; i < zones.size(); i++) {
            if (zones.get(i).upTo() <= zones.get(i - 1).upTo()) {
                throw new IllegalArgumentException("zones must ascend");
            }
        }
    }

    /// Health from 0 to 100, where more is better: bad below 40, warning below 80.
    public static GaugeScale health() {
        return new GaugeScale(
                0,
                100,
                List.of(
                        new GaugeZone(40, Severity.BAD),
                        new GaugeZone(80, Severity.WARN),
                        new GaugeZone(100, Severity.GOOD)));
    }

    /// A load from 0 to `max`, where less is better.
    public static GaugeScale load(double warnFrom, double badFrom, double max) {
        return new GaugeScale(
                0,
                max,
                List.of(
                        new GaugeZone(warnFrom, Severity.GOOD),
                        new GaugeZone(badFrom, Severity.WARN),
                        new GaugeZone(max, Severity.BAD)));
    }

    /// A value from 0 to `max` that is neither good nor bad.
    public static GaugeScale plain(double max) {
        return new GaugeScale(0, max, List.of(new GaugeZone(max, Severity.NEUTRAL)));
    }

    /// Where `value` stands on the arc, from 0 to 1; values outside the scale stand at its end.
    public double fraction(double value) {
        return Math.clamp((value - min) / (max - min), 0, 1);
    }

    /// How `value` is to be taken.
    public Severity severityOf(double value) {
        for (GaugeZone zone : zones) {
            if (value < zone.upTo()) {
                return zone.severity();
            }
        }
        return zones.getLast().severity();
    }
}
