package daemoneye.app.rollout.plan;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.config.KeyRow;
import daemoneye.app.rollout.run.RolloutBed;
import daemoneye.app.rollout.run.ScriptedAgents.Fault;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;

/// What the same change would do to each, against its own version.
class RolloutPlanTest {
    private final RolloutBed bed = new RolloutBed(4);

    private static PlanStand stand(RolloutPlan plan, int at) {
        return plan.targets().get(at).standProperty().get();
    }

    @Test
    void eachIsJudgedAgainstItsOwnVersion() {
        bed.agents.change("c02", "batch_size", ConfigValue.of(100));
        bed.beat();
        var plan = bed.plan();
        var second = plan.targets().get(1);

        assertThat(second.keys().getFirst().change().running()).startsWith("100 events");
        assertThat(second.keys().getFirst().change().yours()).isEqualTo("500 events");
        assertThat(second.wish(true, Optional.empty()).request().expectedVersion()).hasValue(8);
        assertThat(second.wish(true, Optional.empty()).request().configChanges())
                .containsOnly(Map.entry("batch_size", ConfigValue.of(500)));
        assertThat(plan.hindrance()).isEmpty();
        assertThat(plan.chosen()).hasSize(4);
        assertThat(bed.agents.sent()).as("nothing is changed").isEmpty();
    }

    @Test
    void oneThatHasItAlreadyIsNotAsked() {
        bed.agents.change("c02", "batch_size", ConfigValue.of(500));
        bed.beat();
        var plan = bed.plan();

        assertThat(stand(plan, 1)).isEqualTo(new PlanStand.Nothing());
        assertThat(plan.chosen())
                .extracting(PlanTarget::collector)
                .containsExactly("c01", "c03", "c04");
        assertThat(plan.hindrance()).isEmpty();
    }

    @Test
    void whereAllHaveItThereIsNothingToDo() {
        bed.ids().forEach(each -> bed.agents.change(each, "batch_size", ConfigValue.of(500)));
        bed.beat();

        assertThat(bed.plan().hindrance())
                .hasValueSatisfying(each -> assertThat(each).startsWith("Nothing would be sent"));
    }

    @Test
    void oneThatRefusesIsInTheWayUntilItIsLeftOut() {
        bed.agents.fault("c03", Fault.REFUSES_DRY_RUN);
        var plan = bed.plan();
        assertThat(stand(plan, 2)).isInstanceOf(PlanStand.Blocked.class);
        assertThat(plan.hindrance()).isPresent();
        plan.leaveOutBlocked();

        assertThat(plan.hindrance()).isEmpty();
        assertThat(plan.chosen()).hasSize(3);
        assertThat(plan.targets().get(2).includedProperty().get()).isFalse();
    }

    @Test
    void whileSomebodyIsAskedItIsNotSent() {
        var plan = bed.plan();
        plan.check();

        assertThat(plan.hindrance()).hasValue("Their agents are being asked");
        bed.agents.answer();
        assertThat(plan.hindrance()).isEmpty();
    }

    @Test
    void oneThatVanishesIsInTheWayAndAskedAgainWhenItIsBack() {
        var plan = bed.plan();
        bed.vanish("c04");
        plan.show(bed.fleet.snapshot());
        assertThat(stand(plan, 3)).isInstanceOf(PlanStand.Blocked.class);
        var other = new RolloutBed(4);
        plan.show(other.fleet.snapshot());
        bed.agents.answer();

        assertThat(stand(plan, 3)).isEqualTo(new PlanStand.Ready());
    }

    @Test
    void anotherVersionInItsBeatsIsReadAgain() {
        var plan = bed.plan();
        bed.agents.change("c02", "batch_size", ConfigValue.of(120));
        bed.beat();
        plan.show(bed.fleet.snapshot());
        bed.agents.answer();
        var changed = plan.targets().get(1);

        assertThat(changed.keys().getFirst().change().running()).isEqualTo("120 events");
        assertThat(changed.wish(true, Optional.empty()).request().expectedVersion()).hasValue(8);
    }

    @Test
    void aSettingThatOneDoesNotHaveIsSaid() {
        var plan = new RolloutPlan(bed.desk, bed.ids(), Map.of("unheard_of", ConfigValue.of(1)));
        plan.check();
        bed.agents.answer();

        assertThat(stand(plan, 0)).isEqualTo(new PlanStand.Blocked("it has no setting unheard_of"));
    }

    @Test
    void whatGoesBackToItsDefaultDoesSoEverywhere() {
        var plan =
                new RolloutPlan(
                        bed.desk, bed.ids(), Map.of("scan_interval_ms", new ConfigValue.Nothing()));
        plan.check();
        bed.agents.answer();
        var request = plan.targets().getFirst().wish(true, Optional.empty()).request();

        assertThat(request.configChanges())
                .containsOnly(Map.entry("scan_interval_ms", new ConfigValue.Nothing()));
    }

    @Test
    void whatWeakensIsFlaggedForEach() {
        var plan =
                new RolloutPlan(
                        bed.desk, bed.ids(), Map.of("scan_interval_ms", ConfigValue.of(60_000)));
        plan.check();
        bed.agents.answer();

        assertThat(plan.weaker()).isEqualTo(4);
        assertThat(plan.targets().getFirst().keys())
                .extracting(KeyRow::change)
                .allMatch(each -> !each.weaker().isEmpty());
        assertThat(plan.restarts()).isZero();
        assertThat(plan.hosts()).isEqualTo(4);
    }
}
