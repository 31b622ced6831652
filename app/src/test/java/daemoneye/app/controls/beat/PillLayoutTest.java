package daemoneye.app.controls.beat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

class PillLayoutTest {
    private static final PillLayout ROW = PillLayout.ROW;

    @Test
    void rowAndLargeHaveTheSizesOfTheDesign() {
        assertThat(ROW).isEqualTo(new PillLayout(5, 16, 9));
        assertThat(PillLayout.LARGE).isEqualTo(new PillLayout(10, 30, 18));
    }

    @Test
    void capacityAndWidthAreEachOthersInverse() {
        for (int pills = 0; pills < 200; pills++) {
            assertThat(ROW.capacity(ROW.widthOf(pills))).isEqualTo(pills);
            assertThat(ROW.capacity(ROW.widthOf(pills + 1) - 0.01)).isEqualTo(pills);
        }
    }

    @Test
    void theNewestPillEndsAtTheRightEdge() {
        assertThat(ROW.leftEdge(good(10), 9, 100)).isEqualTo(95);
        assertThat(ROW.leftEdge(good(10), 8, 100)).isEqualTo(86);
    }

    @Test
    void aLatePillPushesTheOlderOnesHalfAPitchFurther() {
        List<Pill> pills = new ArrayList<>(good(10));
        pills.set(8, pills.get(8).asLate());
        assertThat(ROW.leftEdge(pills, 8, 100)).isEqualTo(86);
        assertThat(ROW.leftEdge(pills, 7, 100)).isEqualTo(86 - 9 - 4);
    }

    @Test
    void onlyWholePillsAreVisible() {
        assertThat(ROW.firstVisible(good(100), 0, 100)).isEqualTo(100 - ROW.capacity(100));
        assertThat(ROW.firstVisible(good(3), 0, 100)).isZero();
        assertThat(ROW.firstVisible(good(3), 0, 4)).isEqualTo(3);
        assertThat(ROW.firstEdge(good(100), 0, 100)).isBetween(0, 8);
        assertThat(ROW.firstEdge(List.of(), 0, 100)).isEqualTo(100 - ROW.widthOf(11));
    }

    @Test
    void everyPointOfARowBelongsToTheNearestPill() {
        List<Pill> pills = good(11);
        for (int i = 0; i < pills.size(); i++) {
            int left = ROW.leftEdge(pills, i, 100);
            assertThat(ROW.indexAt(pills, 100, left - 1.9)).isEqualTo(i);
            assertThat(ROW.indexAt(pills, 100, left + 6.9)).isEqualTo(i);
        }
        assertThat(ROW.indexAt(pills, 100, 103)).isEqualTo(-1);
        assertThat(ROW.indexAt(List.of(), 100, 50)).isEqualTo(-1);
    }

    @Test
    void pillsThatWouldOverlapAreRefused() {
        assertThatThrownBy(() -> new PillLayout(5, 16, 4))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pill.of(1, PillKind.GOOD).bucketOf(0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Pill> good(int count) {
        return LongStream.range(0, count).mapToObj(id -> Pill.of(id, PillKind.GOOD)).toList();
    }
}
