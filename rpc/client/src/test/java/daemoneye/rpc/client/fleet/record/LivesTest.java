package daemoneye.rpc.client.fleet.record;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.id.Incarnation;

import org.junit.jupiter.api.Test;

class LivesTest {
    private static final long PATIENCE = 3000;

    private final Lives lives = new Lives();

    private Lives.Verdict beat(long incarnation, String sender, long at) {
        return lives.beat(new Incarnation(incarnation), sender, at);
    }

    @Test
    void aGreaterIncarnationIsANewLife() {
        assertThat(beat(1, "a#1", 0)).isEqualTo(Lives.Verdict.NEW);
        assertThat(beat(1, "a#1", 1)).isEqualTo(Lives.Verdict.SAME);
        assertThat(beat(2, "a#2", 2)).isEqualTo(Lives.Verdict.NEW);
        assertThat(lives.conflict(2, PATIENCE)).isEmpty();
    }

    @Test
    void aSmallerIncarnationIsOld() {
        beat(2, "a#2", 0);
        assertThat(beat(1, "a#1", 1)).isEqualTo(Lives.Verdict.OLD);
    }

    @Test
    void whatAnAgentToldCountsAsKnown() {
        assertThat(lives.told(new Incarnation(5))).isTrue();
        assertThat(lives.told(new Incarnation(5))).isFalse();
        assertThat(beat(4, "a#1", 0)).isEqualTo(Lives.Verdict.OLD);
        assertThat(beat(5, "a#2", 1)).isEqualTo(Lives.Verdict.SAME);
    }

    @Test
    void oneBeatOfAnOldLifeIsNoConflict() {
        beat(2, "a#2", 0);
        beat(1, "a#1", 1);
        assertThat(lives.conflict(1, PATIENCE)).isEmpty();
    }

    @Test
    void anOldLifeThatGoesOnIsAConflictUntilItIsSilent() {
        beat(2, "a#2", 0);
        beat(1, "a#1", 1);
        beat(1, "a#1", 1001);
        assertThat(lives.conflict(1001, PATIENCE)).contains("incarnations 1 and 2");
        assertThat(lives.conflict(4001, PATIENCE)).isPresent();
        assertThat(lives.conflict(4002, PATIENCE)).isEmpty();
    }

    @Test
    void aCollectorThatReconnectsIsNoConflict() {
        beat(1, "a#1", 0);
        beat(1, "a#2", 1);
        beat(1, "a#2", 2);
        beat(1, "a#3", 3);
        assertThat(lives.conflict(3, PATIENCE)).isEmpty();
    }

    @Test
    void twoSessionsThatTakeTurnsWithOneIncarnationAreAConflict() {
        beat(1, "a#1", 0);
        beat(1, "a#2", 1);
        beat(1, "a#1", 2);
        assertThat(lives.conflict(2, PATIENCE)).isEmpty();
        beat(1, "a#2", 3);
        assertThat(lives.conflict(3, PATIENCE)).contains("sessions a#2 and a#1");
    }
}
