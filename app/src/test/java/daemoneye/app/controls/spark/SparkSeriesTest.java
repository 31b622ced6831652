package daemoneye.app.controls.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.OptionalDouble;

class SparkSeriesTest {
    @Test
    void aFullSeriesPushesTheOldestOut() {
        SparkSeries series = new SparkSeries(3);
        for (int i = 1; i <= 5; i++) {
            series.add(i);
        }
        assertThat(series.size()).isEqualTo(3);
        assertThat(series.value(0)).hasValue(3);
        assertThat(series.last()).hasValue(5);
        assertThat(series.min()).hasValue(3);
        assertThat(series.max()).hasValue(5);
    }

    @Test
    void aGapIsNotAValue() {
        SparkSeries series = new SparkSeries(4);
        series.add(7);
        series.addGap();
        assertThat(series.last()).isEqualTo(OptionalDouble.empty());
        assertThat(series.min()).hasValue(7);
        assertThatThrownBy(() -> series.add(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> series.value(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new SparkSeries(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theNewestStandsAtTheRightAndThePointerFindsEachPlace() {
        SparkFrame frame = new SparkFrame(104, 24, 11, 0, 10);
        assertThat(frame.x(10, 11)).isEqualTo(102);
        assertThat(frame.x(0, 11)).isEqualTo(2);
        assertThat(frame.y(0)).isEqualTo(22);
        assertThat(frame.y(10)).isEqualTo(2);
        for (int i = 0; i < 11; i++) {
            assertThat(frame.indexAt(frame.x(i, 11) + 1.9, 11)).isEqualTo(i);
        }
        assertThat(frame.indexAt(50, 3)).isEqualTo(-1);
        assertThat(frame.indexAt(50, 0)).isEqualTo(-1);
    }

    @Test
    void aFlatSeriesRunsThroughTheMiddle() {
        assertThat(new SparkFrame(100, 24, 10, 5, 5).y(5)).isEqualTo(12);
    }
}
