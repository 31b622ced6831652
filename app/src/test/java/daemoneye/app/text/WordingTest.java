package daemoneye.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class WordingTest {
    @ParameterizedTest
    @CsvSource({"0, 0.0 s", "340, 0.3 s", "14000, 14 s", "150000, 2 m", "21600000, 6 h"})
    void agesAreShort(long millis, String expected) {
        assertThat(Wording.age(Duration.ofMillis(millis))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"42, 42 s", "725, 12 m 5 s", "22320, 6 h 12 m", "273600, 3 d 4 h", "-5, 0 s"})
    void spansHaveTwoUnits(long seconds, String expected) {
        assertThat(Wording.span(Duration.ofSeconds(seconds))).isEqualTo(expected);
    }

    @Test
    void whatIsNoNumberIsNoValue() {
        assertThat(Wording.percent(Double.NaN)).isEqualTo(Wording.NONE);
        assertThat(Wording.megabytes(Double.POSITIVE_INFINITY)).isEqualTo(Wording.NONE);
        assertThat(Wording.rate(Double.NaN)).isEqualTo(Wording.NONE);
    }

    @Test
    void smallRatesKeepADecimal() {
        assertThat(Wording.rate(3.44)).isEqualTo("3.4");
        assertThat(Wording.rate(0)).isEqualTo("0");
        assertThat(Wording.rate(12_450)).isEqualTo("12,450");
    }
}
