package daemoneye.app.controls.gauge;

import java.time.Duration;

/// What is known of a value. Not knowing is a reading of its own and is never drawn as zero.
public sealed interface GaugeReading {
    /// Nothing was ever received.
    record NoValue() implements GaugeReading {}

    /// A value that is fresh.
    record Live(double value) implements GaugeReading {
        public Live {
            requireNumber(value);
        }
    }

    /// A value that was true `age` ago and may no longer be.
    record Stale(double value, Duration age) implements GaugeReading {
        public Stale {
            requireNumber(value);
        }
    }

    /// Nothing was ever received.
    static GaugeReading none() {
        return new NoValue();
    }

    /// A fresh value.
    static GaugeReading live(double value) {
        return new Live(value);
    }

    /// A value that is `age` old.
    static GaugeReading stale(double value, Duration age) {
        return new Stale(value, age);
    }

    private static void requireNumber(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("not a value: use NoValue instead of " + value);
        }
    }
}
