package daemoneye.app.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.guard.Ask;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.Notice;
import daemoneye.app.guard.WaitingCall;
import daemoneye.app.rollout.RolloutDialogViewModel.Stage;
import daemoneye.app.rollout.RolloutsViewModel.Open;
import daemoneye.app.rollout.run.RolloutAction;
import daemoneye.app.rollout.run.RolloutBed;
import daemoneye.app.rollout.run.RolloutRun;
import daemoneye.app.rollout.run.RolloutState;
import daemoneye.app.rollout.run.ScriptedAgents.Fault;
import daemoneye.app.sample.SampleFleet;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// From the choice of some collectors to the moment in which a rollout begins.
class RolloutDialogTest {
    private final RolloutBed bed = new RolloutBed(4);
    private final RolloutsViewModel rollouts = new RolloutsViewModel(bed.desk);

    private RolloutDialogViewModel open() {
        rollouts.open(bed.ids());
        bed.agents.answer();
        return dialog();
    }

    private RolloutDialogViewModel dialog() {
        return ((Open.Preparing) rollouts.openProperty().get()).dialog();
    }

    private void type(RolloutDialogViewModel dialog, String key, String raw) {
        dialog.reference().draftProperty().get().orElseThrow().fields().stream()
                .filter(each -> each.name().equals(key))
                .forEach(each -> each.rawProperty().set(raw));
    }

    private ConfirmViewModel planned() {
        var dialog = open();
        type(dialog, "batch_size", "500");
        dialog.plan();
        bed.agents.answer();
        bed.ticker.advance(ConfirmViewModel.DEAD);
        return ((Stage.Planning) dialog.stageProperty().get()).confirm();
    }

    private RolloutRun begun() {
        var confirm = planned();
        confirm.typedProperty().set("4");
        confirm.reasonProperty().set("change 8812");
        confirm.confirm();
        bed.ticker.advance(WaitingCall.GRACE);
        return ((Open.Watching) rollouts.openProperty().get()).run();
    }

    private String told() {
        return bed.guard.noticeProperty().get().map(Notice::text).orElse("");
    }

    @Test
    void severalAreAskedForByNumberWithTheirImpact() {
        var confirm = planned();
        var asked = confirm.questionProperty().get();

        assertThat(asked).isInstanceOf(Ask.Count.class);
        assertThat(asked.phrase()).hasValue("4");
        assertThat(asked.stakes().impact().getFirst()).startsWith("4 collectors on 4 hosts");
        assertThat(confirm.readyProperty().get()).isFalse();
        confirm.typedProperty().set("4");
        assertThat(confirm.readyProperty().get()).isTrue();
    }

    @Test
    void oneReasonGoesWithEach() {
        var run = begun();
        bed.agents.answer();
        rollouts.show(bed.fleet.snapshot());

        assertThat(bed.agents.sent()).hasSize(1);
        assertThat(bed.agents.sent().getFirst().reason()).hasValue("change 8812");
        assertThat(run.rows()).hasSize(4);
        assertThat(rollouts.runs()).containsExactly(run);
    }

    @Test
    void itCanBeTakenBackForFiveSeconds() {
        var confirm = planned();
        confirm.typedProperty().set("4");
        confirm.confirm();
        assertThat(dialog().stageProperty().get()).isInstanceOf(Stage.HeldBack.class);
        dialog().takeBack();
        bed.ticker.advance(WaitingCall.GRACE);

        assertThat(dialog().stageProperty().get()).isInstanceOf(Stage.Planning.class);
        assertThat(bed.agents.sent()).isEmpty();
    }

    @Test
    void aLinkLostWhileItWaitsSendsNothing() {
        var confirm = planned();
        confirm.typedProperty().set("4");
        confirm.confirm();
        bed.fleet.show(SampleFleet.cutOff(bed.fleet.snapshot().collectors()));
        bed.ticker.advance(WaitingCall.GRACE);

        assertThat(bed.agents.sent()).isEmpty();
        assertThat(told()).contains("no link");
        assertThat(rollouts.runs()).isEmpty();
    }

    @Test
    void theOneInTheFormIsTheOneThatIsTriedFirst() {
        var dialog = open();
        type(dialog, "batch_size", "500");
        dialog.reference().collectorProperty().set("c03");
        bed.agents.answer();
        assertThat(dialog.reference().count()).as("what is typed stays").isEqualTo(1);
        dialog.plan();

        var plan = ((Stage.Planning) dialog.stageProperty().get()).plan();
        assertThat(plan.targets())
                .extracting(each -> each.collector())
                .containsExactly("c03", "c01", "c02", "c04");
    }

    @Test
    void nothingIsAskedWhileNothingIsChanged() {
        var dialog = open();
        assertThat(dialog.isReady()).isFalse();
        dialog.plan();
        assertThat(dialog.stageProperty().get()).isEqualTo(new Stage.Editing());
        type(dialog, "top_count", "many");
        assertThat(dialog.isReady()).isFalse();
        type(dialog, "top_count", "12");
        assertThat(dialog.hintProperty().get()).isEqualTo("1 key changed · nothing sent yet");
    }

    @Test
    void oneThatRefusesHoldsUpTheButton() {
        bed.agents.fault("c02", Fault.REFUSES_DRY_RUN);
        var confirm = planned();
        assertThat(confirm.troubleProperty().get()).startsWith("One collector does not take it");
        var plan = ((Stage.Planning) dialog().stageProperty().get()).plan();
        plan.leaveOutBlocked();

        assertThat(confirm.troubleProperty().get()).isEmpty();
        assertThat(confirm.questionProperty().get().phrase()).hasValue("3");
    }

    @Test
    void editsComeBackWithTheDialog() {
        type(open(), "batch_size", "500");
        rollouts.close();
        rollouts.open(List.of("c04", "c03", "c02", "c01"));

        assertThat(dialog().reference().count()).isEqualTo(1);
        assertThat(rollouts.isAtRest()).isFalse();
    }

    @Test
    void withoutEditsNothingIsKept() {
        open();
        rollouts.close();

        assertThat(rollouts.isAtRest()).isTrue();
    }

    @Test
    void differentTypesAreRefusedWithTheReason() {
        bed.fleet.show(
                SampleFleet.connected(
                        true,
                        List.of(
                                SampleFleet.healthy("a", "process-monitor", "web-01", "process"),
                                SampleFleet.healthy("b", "file-monitor", "web-01", "filesystem"))));
        rollouts.open(List.of("a", "b"));

        assertThat(rollouts.openProperty().get()).isEqualTo(new Open.Nothing());
        assertThat(told()).startsWith("Configure needs collectors of one type.");
    }

    @Test
    void whatIsClosedOnTheWayTellsWhenItWaitsForAWord() {
        bed.agents.fault("c01", Fault.REFUSES);
        var run = begun();
        rollouts.close();
        bed.agents.answer();

        assertThat(run.stateProperty().get()).isInstanceOf(RolloutState.Paused.class);
        assertThat(told()).contains("Look at c01", "Open it under Results.");
        rollouts.reopen(run);
        assertThat(rollouts.openProperty().get()).isEqualTo(new Open.Watching(run));
    }

    @Test
    void whatIsUndecidedIsUnfinished() {
        open().keepTimeProperty().set(KeepTime.FIVE);
        var run = begun();
        for (int wave = 0; wave < 2; wave++) {
            bed.agents.answer();
            bed.beat();
            rollouts.show(bed.fleet.snapshot());
        }

        assertThat(run.stateProperty().get()).isEqualTo(new RolloutState.Deciding());
        assertThat(run.leftProperty().get()).isEqualTo("5:00");
        assertThat(rollouts.unfinished())
                .containsExactly("Configure 4 collectors: 4 keep new values");
        run.act(RolloutAction.KEEP);
        assertThat(rollouts.unfinished()).isEmpty();
        assertThat(bed.agents.told("c04")).containsEntry("batch_size", ConfigValue.of(500));
        assertThat(run.rows().getFirst().wish().request().reason())
                .isEqualTo(Optional.of("change 8812"));
    }
}
