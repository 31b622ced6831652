package daemoneye.app.rollout.run;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.config.talk.Desk;
import daemoneye.app.rollout.run.RolloutState.End;
import daemoneye.app.rollout.run.RolloutState.Way;
import daemoneye.app.rollout.run.RolloutState.Why;
import daemoneye.app.rollout.run.ScriptedAgents.Fault;
import daemoneye.app.sample.ConfigAnswers;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;

/// The way back: by a person, or because nobody said that the new values shall stay.
class RolloutBackTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RolloutBed bed = new RolloutBed(9);

    private RolloutRun pausedAtC06() {
        bed.agents.fault("c06", Fault.REFUSES);
        var run = bed.start();
        bed.wave();
        bed.wave();
        bed.wave();
        assertThat(run.stateProperty().get()).isInstanceOf(RolloutState.Paused.class);
        return run;
    }

    private RolloutRun undecided() {
        var run = bed.start(MINUTE);
        bed.wave();
        bed.wave();
        bed.wave();
        assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.Deciding());
        return run;
    }

    private List<String> back() {
        return bed.agents.sent().stream()
                .filter(each -> each.rollbackTo().isPresent())
                .map(each -> each.collectorId().text())
                .toList();
    }

    private void allWaves() {
        for (int wave = 0; wave < 4; wave++) {
            bed.wave();
        }
    }

    @Test
    void allThatWereChangedGetExactlyTheirOldValuesTheLastWaveFirst() {
        var run = pausedAtC06();
        run.act(RolloutAction.ROLL_BACK);
        allWaves();

        assertThat(back()).containsExactly("c09", "c08", "c07", "c05", "c04", "c03", "c02", "c01");
        assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.Over(End.PUT_BACK));
        assertThat(bed.stand("c06")).as("never changed").isEqualTo(RowStand.FAILED);
        for (var id : bed.ids()) {
            assertThat(bed.agents.told(id)).isEqualTo(ConfigAnswers.told());
        }
        var request = bed.agents.sent().getLast();
        assertThat(request.rollbackTo()).hasValue(7);
        assertThat(request.expectedVersion()).hasValue(8);
        assertThat(request.reason()).contains("taken back: why");
        assertThat(bed.text("c01")).isEqualTo("It has the values of version 7 again.");
    }

    @Test
    void theWayBackIsProvedWaveByWaveToo() {
        var run = pausedAtC06();
        run.act(RolloutAction.ROLL_BACK);
        bed.agents.answer();
        bed.agents.answer();
        assertThat(back()).hasSize(4);
        assertThat(bed.stand("c09")).isEqualTo(RowStand.PUTTING_BACK);
        bed.beat();
        assertThat(bed.stand("c09")).isEqualTo(RowStand.BACK);
        bed.agents.answer();

        assertThat(back()).hasSize(7);
        assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.PuttingBack());
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSES_WAY_BACK,    NOT_BACK",
        "LIES_ABOUT_WAY_BACK, NOT_BACK",
        "LOSES_WAY_BACK,      BACK_UNKNOWN",
        "FALLS_SILENT,        BACK_UNWELL",
    })
    void oneThatCannotBePutBackDoesNotHoldUpTheOthers(Fault fault, RowStand stand) {
        var run = pausedAtC06();
        bed.agents.fault("c03", fault);
        run.act(RolloutAction.ROLL_BACK);
        allWaves();
        bed.ticker.advance(Desk.PATIENCE);
        allWaves();

        assertThat(bed.stand("c03")).isEqualTo(stand);
        assertThat(bed.stand("c01")).isEqualTo(RowStand.BACK);
        assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.Over(End.PUT_BACK_PARTLY));
    }

    @Test
    void theRestCanBePutBackOnceMore() {
        var run = pausedAtC06();
        bed.agents.fault("c03", Fault.REFUSES_WAY_BACK);
        run.act(RolloutAction.ROLL_BACK);
        allWaves();
        bed.agents.mend("c03");
        assertThat(run.possible()).containsExactly(RolloutAction.ROLL_BACK);
        run.act(RolloutAction.ROLL_BACK);
        allWaves();

        assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.Over(End.PUT_BACK));
        assertThat(back()).as("nobody else is asked again").hasSize(9);
    }

    @Test
    void whatBecameOfALostWayBackCanBeFoundOut() {
        var run = pausedAtC06();
        bed.agents.fault("c03", Fault.LOSES_WAY_BACK);
        run.act(RolloutAction.ROLL_BACK);
        allWaves();
        assertThat(run.mayFindOut()).isTrue();
        run.findOut();
        bed.wave();

        assertThat(bed.stand("c03")).isEqualTo(RowStand.BACK);
        assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.Over(End.PUT_BACK));
    }

    @Test
    void whatSomebodyElseChangedSinceIsLeftAlone() {
        var run = pausedAtC06();
        bed.agents.change("c03", "top_count", ConfigValue.of(3));
        run.act(RolloutAction.ROLL_BACK);
        allWaves();

        assertThat(bed.stand("c03")).isEqualTo(RowStand.NOT_BACK);
        assertThat(bed.text("c03")).contains("somebody else made version 9");
        assertThat(back()).doesNotContain("c03");
        assertThat(bed.agents.told("c03")).containsEntry("top_count", ConfigValue.of(3));
    }

    @Test
    void oneOfWhichNobodyKnowsIsAskedAboutBeforeItIsPutBack() {
        bed.agents.fault("c02", Fault.LOSES_ANSWER);
        var run = bed.start();
        bed.wave();
        bed.wave();
        assertThat(bed.stand("c02")).isEqualTo(RowStand.UNKNOWN);
        run.act(RolloutAction.ROLL_BACK);
        allWaves();
        allWaves();

        assertThat(bed.stand("c02")).isEqualTo(RowStand.BACK);
        assertThat(back()).containsExactlyInAnyOrder("c01", "c02", "c03", "c04");
    }

    @Test
    void oneThatWasNeverChangedAfterAllIsNotPutBack() {
        bed.agents.fault("c02", Fault.LOSES_REQUEST);
        var run = bed.start();
        bed.wave();
        bed.wave();
        run.act(RolloutAction.ROLL_BACK);
        allWaves();
        allWaves();

        assertThat(bed.stand("c02")).isEqualTo(RowStand.FAILED);
        assertThat(back()).doesNotContain("c02");
        assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.Over(End.PUT_BACK));
    }

    @Test
    void theWayBackCanBePausedAndGoneOnWith() {
        var run = pausedAtC06();
        run.act(RolloutAction.ROLL_BACK);
        run.act(RolloutAction.PAUSE);
        bed.wave();
        assertThat(run.stateProperty().get())
                .isEqualTo(new RolloutState.Paused(Way.BACK, new Why.Person()));
        assertThat(back()).hasSize(4);
        run.act(RolloutAction.CONTINUE);
        allWaves();

        assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.Over(End.PUT_BACK));
    }

    @Test
    void aWayBackThatIsStoppedSaysThatNotAllAreBack() {
        var run = pausedAtC06();
        run.act(RolloutAction.ROLL_BACK);
        run.act(RolloutAction.STOP);
        bed.wave();

        assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.Over(End.PUT_BACK_PARTLY));
        assertThat(bed.stand("c01")).isEqualTo(RowStand.GOOD);
        assertThat(run.possible()).containsExactly(RolloutAction.ROLL_BACK);
    }

    @Test
    void withoutALinkTheWayBackWaitsForAPerson() {
        var run = pausedAtC06();
        run.act(RolloutAction.ROLL_BACK);
        bed.cutOff();
        bed.agents.loseAll();
        assertThat(run.stateProperty().get())
                .isEqualTo(new RolloutState.Paused(Way.BACK, new Why.LinkLost()));
        bed.show();
        bed.ticker.advance(MINUTE);
        assertThat(back()).isEmpty();
        run.act(RolloutAction.CONTINUE);
        allWaves();
        assertThat(run.stateProperty().get())
                .as("the first ones could not be read")
                .isEqualTo(new RolloutState.Over(End.PUT_BACK_PARTLY));
        run.act(RolloutAction.ROLL_BACK);
        allWaves();

        assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.Over(End.PUT_BACK));
    }

    @Test
    void nobodyDecidesAndTheOldValuesComeBack() {
        var run = undecided();
        assertThat(run.leftProperty().get()).isEqualTo("1:00");
        bed.ticker.advance(Duration.ofSeconds(13));
        assertThat(run.leftProperty().get()).isEqualTo("0:47");
        assertThat(RolloutWords.of(run))
                .isEqualTo("Keep the new settings? They return to the old ones in 0:47.");
        bed.ticker.advance(Duration.ofSeconds(46));
        assertThat(back()).isEmpty();
        bed.ticker.advance(Duration.ofSeconds(1));
        assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.PuttingBack());
        assertThat(run.leftProperty().get()).isEmpty();
        allWaves();

        assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.Over(End.PUT_BACK));
        assertThat(back()).hasSize(9);
    }

    @Test
    void aPersonKeepsThem() {
        var run = undecided();
        assertThat(run.possible())
                .containsExactlyInAnyOrder(RolloutAction.KEEP, RolloutAction.ROLL_BACK);
        run.act(RolloutAction.KEEP);
        bed.ticker.advance(MINUTE.multipliedBy(2));

        assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.Over(End.KEPT));
        assertThat(back()).isEmpty();
        assertThat(RolloutWords.of(run)).isEqualTo("Kept. 9 collectors have the new values.");
    }

    @Test
    void aPersonPutsThemBackAtOnce() {
        var run = undecided();
        run.act(RolloutAction.ROLL_BACK);
        allWaves();
        bed.ticker.advance(MINUTE.multipliedBy(2));

        assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.Over(End.PUT_BACK));
        assertThat(back()).hasSize(9);
    }

    @Test
    void timeThatIsUpWithoutALinkPutsNothingBackByItself() {
        var run = undecided();
        bed.cutOff();
        bed.ticker.advance(MINUTE);
        assertThat(run.stateProperty().get())
                .isEqualTo(new RolloutState.Paused(Way.BACK, new Why.LinkLost()));
        bed.show();
        bed.ticker.advance(MINUTE);
        assertThat(back()).isEmpty();
        run.act(RolloutAction.CONTINUE);
        allWaves();

        assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.Over(End.PUT_BACK));
    }

    @Test
    void aWindowThatGoesPutsNothingBack() {
        var run = undecided();
        run.abandon();
        bed.ticker.advance(MINUTE.multipliedBy(2));

        assertThat(back()).isEmpty();
    }

    @Test
    void aRolloutThatChangedNobodyAsksNothing() {
        bed.ids().forEach(each -> bed.agents.fault(each, Fault.REFUSES));
        var run = bed.start(MINUTE);
        for (int wave = 0; wave < 3; wave++) {
            bed.wave();
            run.act(RolloutAction.CONTINUE);
        }

        assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.Over(End.DONE));
        assertThat(RolloutWords.of(run)).isEqualTo("Nobody was changed.");
        assertThat(bed.agents.sent())
                .map(ConfigUpdateRequest::rollbackTo)
                .allMatch(each -> each.isEmpty());
    }
}
