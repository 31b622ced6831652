package daemoneye.app.controls.beat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class BeatCountsTest {
    @Test
    void oneHundredBeatsAreSaidInOneSentence() {
        List<Pill> pills = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            pills.add(Pill.of(i, i == 40 || i == 41 ? PillKind.LOST : PillKind.GOOD));
        }
        assertThat(BeatCounts.of(pills).spoken()).isEqualTo("100 beats, 98 good, 2 lost");
    }

    @Test
    void bucketsCountForAllTheirBeats() {
        List<Pill> pills =
                List.of(
                        Pill.of(1, PillKind.GOOD).bucketOf(60),
                        Pill.of(2, PillKind.DEGRADED).bucketOf(30).asLate());
        assertThat(BeatCounts.of(pills).spoken())
                .isEqualTo("90 beats, 60 good, 30 degraded, 30 late");
    }

    @Test
    void nothingIsSaidToBeNothing() {
        assertThat(BeatCounts.of(List.of()).spoken()).isEqualTo("no beats");
        assertThat(BeatCounts.of(List.of(Pill.of(1, PillKind.OUTAGE))).spoken())
                .isEqualTo("1 beat, 1 not seen, our link was down");
    }
}
