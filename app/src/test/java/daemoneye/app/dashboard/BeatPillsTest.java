package daemoneye.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.controls.beat.Pill;
import daemoneye.app.controls.beat.PillKind;
import daemoneye.rpc.client.fleet.Beat;
import daemoneye.rpc.client.fleet.BeatKind;

import org.junit.jupiter.api.Test;

import java.util.List;

class BeatPillsTest {
    @Test
    void everyBeatHasItsPill() {
        assertThat(
                        BeatPills.of(
                                List.of(
                                        new Beat(1, BeatKind.GOOD, 1, 7),
                                        new Beat(2, BeatKind.LOST, 0, 7),
                                        new Beat(3, BeatKind.LATE, 2, 7),
                                        new Beat(4, BeatKind.OUR_OUTAGE, 0, 7))))
                .containsExactly(
                        Pill.of(1, PillKind.GOOD),
                        Pill.of(2, PillKind.LOST),
                        Pill.of(3, PillKind.GOOD).asLate(),
                        Pill.of(4, PillKind.OUTAGE));
    }

    @Test
    void aGapInTheSequenceMarksThePillAfterIt() {
        assertThat(
                        BeatPills.of(
                                List.of(
                                        new Beat(1, BeatKind.GOOD, 1, 7),
                                        new Beat(2, BeatKind.SEQUENCE_GAP, 4, 7),
                                        new Beat(3, BeatKind.DEGRADED, 5, 7))))
                .containsExactly(
                        Pill.of(1, PillKind.GOOD),
                        Pill.of(3, PillKind.DEGRADED).afterSequenceGap());
    }
}
