package daemoneye.app.controls.gauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

class GaugeScaleTest {
    @Test
    void healthIsBadBelow40AndWarnsBelow80() {
        GaugeScale health = GaugeScale.health();
        assertThat(health.severityOf(0)).isEqualTo(Severity.BAD);
        assertThat(health.severityOf(39.9)).isEqualTo(Severity.BAD);
        assertThat(health.severityOf(40)).isEqualTo(Severity.WARN);
        assertThat(health.severityOf(80)).isEqualTo(Severity.GOOD);
        assertThat(health.severityOf(100)).isEqualTo(Severity.GOOD);
    }

    @Test
    void valuesBeyondTheScaleStandAtItsEnd() {
        GaugeScale load = GaugeScale.load(50, 80, 100);
        assertThat(load.fraction(-5)).isZero();
        assertThat(load.fraction(25)).isEqualTo(0.25);
        assertThat(load.fraction(250)).isEqualTo(1);
        assertThat(load.severityOf(250)).isEqualTo(Severity.BAD);
    }

    @Test
    void scalesWithoutWidthOrOrderAreRefused() {
        GaugeZone zone = new GaugeZone(1, Severity.GOOD);
        assertThatThrownBy(() -> new GaugeScale(1, 1, List.of(zone)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GaugeScale(0, 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GaugeScale(0, 2, List.of(zone, zone)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> GaugeReading.live(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void agesAreSaidInTheUnitPeopleUse() {
        assertThat(GaugeText.age(Duration.ofSeconds(14))).isEqualTo("14 s");
        assertThat(GaugeText.age(Duration.ofSeconds(119))).isEqualTo("119 s");
        assertThat(GaugeText.age(Duration.ofMinutes(3))).isEqualTo("3 min");
        assertThat(GaugeText.age(Duration.ofHours(30))).isEqualTo("30 h");
        assertThat(GaugeText.age(Duration.ofSeconds(-1))).isEqualTo("0 s");
    }

    @Test
    void aScreenReaderHearsFreshStaleAndNothingApart() {
        OptionalDouble peak = OptionalDouble.of(38);
        assertThat(spoken(GaugeReading.live(4), peak)).isEqualTo("CPU 4 %, peak 38 %");
        assertThat(spoken(GaugeReading.none(), OptionalDouble.empty()))
                .isEqualTo("CPU no value yet");
        assertThat(spoken(GaugeReading.stale(4, Duration.ofSeconds(14)), OptionalDouble.empty()))
                .isEqualTo("CPU 4 %, last known 14 s ago");
    }

    private static String spoken(GaugeReading reading, OptionalDouble peak) {
        return GaugeText.spoken("CPU", "%", reading, peak, GaugeText::number);
    }
}
