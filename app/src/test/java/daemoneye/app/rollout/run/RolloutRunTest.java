package daemoneye.app.rollout.run;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.config.talk.Desk;
import daemoneye.app.rollout.plan.RolloutWaves;
import daemoneye.app.rollout.run.RolloutState.End;
import daemoneye.app.rollout.run.RolloutState.Way;
import daemoneye.app.rollout.run.RolloutState.Why;
import daemoneye.app.rollout.run.ScriptedAgents.Fault;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;

/// The way there: waves, and what stops them.
class RolloutRunTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "2, 1 1",
        "4, 1 3",
        "9, 1 3 5",
        "12, 1 3 5 3",
    })
    void eachWaveWaitsForTheProofOfTheOneBefore(int targets, String sizes) {
        var bed = new RolloutBed(targets);
        var run = bed.start();
        var seen = new ArrayList<String>();
        while (!run.isOver()) {
            seen.add(Integer.toString(bed.open().size()));
            assertThat(seen).as("it goes on").hasSizeLessThan(6);
            bed.agents.answer();
            assertThat(bed.open()).as("before the beats").isEmpty();
            assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.Running());
            bed.beat();
        }

        assertThat(String.join(" ", seen)).isEqualTo(sizes);
        assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.Over(End.DONE));
        assertThat(run.rows()).allMatch(each -> each.standProperty().get() == RowStand.GOOD);
        assertThat(run.changed()).isEqualTo(targets);
        for (var id : bed.ids()) {
            assertThat(bed.agents.told(id)).containsEntry("batch_size", ConfigValue.of(500));
        }
        assertThat(bed.agents.sent()).allMatch(each -> each.reason().orElse("").equals("why"));
        assertThat(bed.agents.sent()).allMatch(each -> each.configChanges().size() == 1);
        assertThat(bed.agents.sent()).allMatch(each -> each.expectedVersion().orElse(0) == 7);
        assertThat(RolloutWaves.count(targets)).isEqualTo(seen.size());
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSES,           FAILED,   c01, 1",
        "REFUSES,           FAILED,   c03, 4",
        "REFUSES,           FAILED,   c06, 9",
        "CHANGED_ELSEWHERE, FAILED,   c01, 1",
        "CHANGED_ELSEWHERE, FAILED,   c03, 4",
        "LOSES_ANSWER,      UNKNOWN,  c01, 1",
        "LOSES_ANSWER,      UNKNOWN,  c03, 4",
        "LOSES_REQUEST,     UNKNOWN,  c06, 9",
    })
    void theFirstErrorPausesAndNobodyElseIsBegun(
            Fault fault, RowStand stand, String where, int sent) {
        var bed = new RolloutBed(12);
        bed.agents.fault(where, fault);
        var run = bed.start();
        for (int wave = 0; wave < 5; wave++) {
            bed.wave();
        }

        assertThat(bed.stand(where)).isEqualTo(stand);
        assertThat(run.stateProperty().get())
                .isEqualTo(new RolloutState.Paused(Way.FORWARD, new Why.Fault(where)));
        assertThat(bed.agents.sent()).as("those of its wave ended").hasSize(sent);
        assertThat(run.changed()).isEqualTo(sent - (stand == RowStand.FAILED ? 1 : 0));
    }

    @Test
    void oneThatFallsSilentGoesBackAndPauses() {
        var bed = new RolloutBed(4);
        bed.agents.fault("c01", Fault.FALLS_SILENT);
        var run = bed.start();
        bed.agents.answer();
        bed.ticker.advance(Desk.PATIENCE);
        assertThat(run.stateProperty().get())
                .as("it goes back")
                .isInstanceOf(RolloutState.Running.class);
        bed.agents.mend("c01");
        bed.wave();

        assertThat(bed.stand("c01")).isEqualTo(RowStand.RETURNED);
        assertThat(run.stateProperty().get())
                .isEqualTo(new RolloutState.Paused(Way.FORWARD, new Why.Fault("c01")));
        assertThat(bed.agents.sent()).hasSize(2);
        assertThat(run.changed()).isZero();
    }

    @Test
    void othersOfTheWaveEndWhileItPauses() {
        var bed = new RolloutBed(9);
        bed.agents.fault("c02", Fault.REFUSES);
        var run = bed.start();
        bed.wave();
        bed.agents.answer();
        assertThat(run.stateProperty().get()).isInstanceOf(RolloutState.Pausing.class);
        assertThat(RolloutWords.of(run)).contains("those under way end first", "Look at c02");
        bed.beat();

        assertThat(bed.stand("c03")).isEqualTo(RowStand.GOOD);
        assertThat(run.stateProperty().get()).isInstanceOf(RolloutState.Paused.class);
        assertThat(run.possible())
                .containsExactlyInAnyOrder(
                        RolloutAction.CONTINUE, RolloutAction.STOP, RolloutAction.ROLL_BACK);
    }

    @Test
    void continueLeavesThatOneAndGoesOnWithTheOthers() {
        var bed = new RolloutBed(9);
        bed.agents.fault("c02", Fault.REFUSES);
        var run = bed.start();
        bed.wave();
        bed.wave();
        run.act(RolloutAction.CONTINUE);
        assertThat(bed.open()).containsExactly("c05", "c06", "c07", "c08", "c09");
        bed.wave();

        assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.Over(End.DONE));
        assertThat(bed.stand("c02")).isEqualTo(RowStand.FAILED);
        assertThat(run.summaryProperty().get()).isEqualTo("8 good · 1 not changed");
    }

    @Test
    void stopLeavesWhatIsAsItIs() {
        var bed = new RolloutBed(9);
        bed.agents.fault("c02", Fault.REFUSES);
        var run = bed.start();
        bed.wave();
        bed.wave();
        run.act(RolloutAction.STOP);

        assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.Over(End.STOPPED));
        assertThat(run.summaryProperty().get()).isEqualTo("3 good · 1 not changed · 5 not sent");
        assertThat(run.possible()).isEmpty();
        bed.ticker.advance(Desk.PATIENCE);
        assertThat(bed.agents.sent()).hasSize(4);
    }

    @Test
    void aPersonPausesBetweenWavesAndGoesOn() {
        var bed = new RolloutBed(4);
        var run = bed.start();
        run.act(RolloutAction.PAUSE);
        assertThat(run.stateProperty().get()).isInstanceOf(RolloutState.Pausing.class);
        bed.wave();
        assertThat(run.stateProperty().get())
                .isEqualTo(new RolloutState.Paused(Way.FORWARD, new Why.Person()));
        assertThat(bed.agents.sent()).hasSize(1);
        run.act(RolloutAction.CONTINUE);
        assertThat(bed.open()).containsExactly("c02", "c03", "c04");
        bed.wave();

        assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.Over(End.DONE));
    }

    @Test
    void anErrorDuringAPauseIsNamed() {
        var bed = new RolloutBed(4);
        bed.agents.fault("c01", Fault.REFUSES);
        var run = bed.start();
        run.act(RolloutAction.PAUSE);
        bed.wave();

        assertThat(run.stateProperty().get())
                .isEqualTo(new RolloutState.Paused(Way.FORWARD, new Why.Fault("c01")));
    }

    @Test
    void whoeverPausesCanThinkBetterOfItAtOnce() {
        var bed = new RolloutBed(2);
        var run = bed.start();
        run.act(RolloutAction.PAUSE);
        run.act(RolloutAction.CONTINUE);
        bed.wave();

        assertThat(bed.open()).containsExactly("c02");
    }

    @ParameterizedTest
    @EnumSource(
            value = RolloutAction.class,
            names = {"STOP", "ROLL_BACK"})
    void stopAndRollBackWaitForThoseUnderWay(RolloutAction action) {
        var bed = new RolloutBed(4);
        var run = bed.start();
        run.act(action);
        assertThat(run.stateProperty().get()).isInstanceOf(RolloutState.Pausing.class);
        assertThat(run.possible()).isEmpty();
        bed.wave();
        bed.wave();

        boolean back = action == RolloutAction.ROLL_BACK;
        assertThat(run.stateProperty().get())
                .isEqualTo(new RolloutState.Over(back ? End.PUT_BACK : End.STOPPED));
        assertThat(bed.stand("c01")).isEqualTo(back ? RowStand.BACK : RowStand.GOOD);
        assertThat(bed.stand("c02")).isEqualTo(RowStand.NOT_SENT);
    }

    @Test
    void withoutALinkItPausesAndNothingIsSentWhenItIsBack() {
        var bed = new RolloutBed(9);
        var run = bed.start();
        bed.wave();
        bed.cutOff();
        bed.agents.loseAll();
        assertThat(run.stateProperty().get())
                .isEqualTo(new RolloutState.Paused(Way.FORWARD, new Why.LinkLost()));
        assertThat(bed.stand("c02")).isEqualTo(RowStand.UNKNOWN);
        run.act(RolloutAction.CONTINUE);
        assertThat(run.stateProperty().get())
                .as("still no link")
                .isEqualTo(new RolloutState.Paused(Way.FORWARD, new Why.LinkLost()));
        bed.show();
        bed.ticker.advance(Desk.PATIENCE);

        assertThat(bed.agents.sent()).hasSize(4);
        assertThat(RolloutWords.of(run)).contains("link to the broker was lost");
    }

    @Test
    void aLinkLostDuringTheProofPausesWhenThePatienceIsOver() {
        var bed = new RolloutBed(4);
        var run = bed.start();
        bed.agents.answer();
        bed.cutOff();
        assertThat(run.stateProperty().get()).isInstanceOf(RolloutState.Pausing.class);
        bed.ticker.advance(Desk.PATIENCE);
        assertThat(bed.stand("c01")).isEqualTo(RowStand.DOUBTFUL);
        assertThat(run.stateProperty().get())
                .isEqualTo(new RolloutState.Paused(Way.FORWARD, new Why.LinkLost()));
        assertThat(run.changed()).as("it can be put back").isEqualTo(1);
        bed.show();

        assertThat(bed.agents.sent()).hasSize(1);
    }

    @Test
    void aLinkThatIsBackInTimeStillLeavesItPaused() {
        var bed = new RolloutBed(4);
        var run = bed.start();
        bed.agents.answer();
        bed.cutOff();
        bed.beat();

        assertThat(bed.stand("c01")).isEqualTo(RowStand.GOOD);
        assertThat(run.stateProperty().get())
                .isEqualTo(new RolloutState.Paused(Way.FORWARD, new Why.LinkLost()));
        run.act(RolloutAction.CONTINUE);
        assertThat(bed.open()).hasSize(3);
    }

    @Test
    void whatIsUnknownIsAskedAboutAndNeverSentAgain() {
        var bed = new RolloutBed(4);
        bed.agents.fault("c01", Fault.LOSES_ANSWER);
        var run = bed.start();
        bed.agents.answer();
        assertThat(run.mayFindOut()).isTrue();
        run.findOut();
        assertThat(run.possible()).as("while it is asked").isEmpty();
        bed.agents.answer();
        bed.beat();

        assertThat(bed.stand("c01")).isEqualTo(RowStand.GOOD);
        assertThat(run.stateProperty().get())
                .isEqualTo(new RolloutState.Paused(Way.FORWARD, new Why.Known("c01")));
        assertThat(bed.agents.sent()).hasSize(1);
        run.act(RolloutAction.CONTINUE);
        assertThat(bed.open()).hasSize(3);
    }

    @Test
    void whatWasNeverDoneIsKnownAsSuch() {
        var bed = new RolloutBed(4);
        bed.agents.fault("c01", Fault.LOSES_REQUEST);
        var run = bed.start();
        bed.agents.answer();
        run.findOut();
        bed.agents.answer();

        assertThat(bed.stand("c01")).isEqualTo(RowStand.FAILED);
        assertThat(run.changed()).isZero();
        assertThat(run.possible()).doesNotContain(RolloutAction.ROLL_BACK);
    }

    @Test
    void oneThatVanishesIsAnErrorLikeAnyOther() {
        var bed = new RolloutBed(4);
        var run = bed.start();
        bed.vanish("c03");
        bed.wave();
        bed.wave();

        assertThat(bed.stand("c03")).isEqualTo(RowStand.FAILED);
        assertThat(bed.text("c03")).contains("no longer known");
        assertThat(bed.stand("c02")).isEqualTo(RowStand.GOOD);
        assertThat(run.stateProperty().get()).isInstanceOf(RolloutState.Paused.class);
        run.act(RolloutAction.CONTINUE);
        assertThat(bed.open()).as("begun by nobody before").containsExactly("c04");
    }

    @Test
    void aConnectionThatIsLockedMeanwhileSendsNothing() {
        var bed = new RolloutBed(4);
        var run = bed.start();
        bed.agents.answer();
        bed.lock();
        bed.beat();

        assertThat(bed.agents.sent()).hasSize(1);
        assertThat(bed.text("c02")).contains("locked for reading");
        assertThat(run.stateProperty().get()).isInstanceOf(RolloutState.Paused.class);
    }

    @Test
    void aWindowThatGoesBeginsNothingMore() {
        var bed = new RolloutBed(4);
        var run = bed.start();
        bed.agents.answer();
        run.abandon();
        bed.beat();

        assertThat(bed.agents.sent()).hasSize(1);
    }

    @Test
    void itsTableHasARowForEach() {
        var bed = new RolloutBed(2);
        bed.agents.fault("c01", Fault.REFUSES);
        var run = bed.start();
        bed.agents.answer();
        run.act(RolloutAction.STOP);

        assertThat(RolloutTable.of(run))
                .extracting(each -> List.of(each.get("collector"), each.get("outcome")))
                .containsExactly(List.of("c01", "failed"), List.of("c02", "not_sent"));
        assertThat(RolloutTable.of(run).getFirst())
                .containsEntry("version_before", 7L)
                .containsEntry("wave", 1)
                .containsEntry("operation", "UpdateConfig");
    }
}
