package daemoneye.app.rollout;

import daemoneye.app.calls.CollectorAction;
import daemoneye.app.guard.Ask;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.Coverage;
import daemoneye.app.guard.GuardViewModel;
import daemoneye.app.guard.Intent;
import daemoneye.app.rollout.plan.PlanTarget;
import daemoneye.app.rollout.plan.RolloutPlan;
import daemoneye.app.text.Messages;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is asked before a rollout: as the guard says, with what the plan knows of its impact. FX
/// thread only.
final class RolloutQuestion {
    private final GuardViewModel guard;
    private final ConfirmViewModel confirm;
    private Intent intent;

    /// @param all collectors that somebody chose
    /// @param reason that was given before; stays
    RolloutQuestion(GuardViewModel guard, List<String> all, String reason, Runnable onConfirmed) {
        this.guard = guard;
        this.intent = new Intent(CollectorAction.CONFIGURE, all);
        var plain = new Ask.Count(new Ask.Stakes(intent, "", List.of()));
        this.confirm = guard.confirm(plain, _ -> onConfirmed.run());
        confirm.reasonProperty().set(reason);
    }

    /// Looks again at what has to be asked, and what is in the way.
    ///
    /// @param restart whether those that need it are restarted
    void judge(RolloutPlan plan, boolean restart, FleetSnapshot fleet) {
        var ids = plan.chosen().stream().map(PlanTarget::collector).toList();
        if (ids.isEmpty()) {
            confirm.revise(new Ask.Refused(plan.hindrance().orElse("")));
            return;
        }
        intent = new Intent(CollectorAction.CONFIGURE, ids);
        var asked = guard.decide(intent);
        if (asked instanceof Ask.Question question) {
            confirm.revise(
                    plan.hindrance()
                            .<Ask>map(Ask.Refused::new)
                            .orElseGet(() -> with(question, impact(plan, restart, fleet))));
        } else {
            confirm.revise(asked);
        }
    }

    // In the order of the plan, not in that of the guard: the first one is tried alone.
    private Ask with(Ask.Question asked, List<String> impact) {
        var stakes = new Ask.Stakes(intent, asked.stakes().effect(), impact);
        return switch (asked) {
            case Ask.Confirm _ -> new Ask.Confirm(stakes);
            case Ask.Count _ -> new Ask.Count(stakes);
            case Ask.Hold(_, var words) -> new Ask.Hold(stakes, words);
        };
    }

    private static List<String> impact(RolloutPlan plan, boolean restart, FleetSnapshot fleet) {
        var lines = new ArrayList<String>();
        lines.add(Messages.text("rollout.impact.size", plan.chosen().size(), plan.hosts()));
        if (plan.weaker() > 0) {
            lines.add(Messages.text("config.weaker.all", plan.weaker()));
        }
        if (restart && plan.restarts() > 0) {
            lines.add(Messages.text("rollout.impact.restarts", plan.restarts()));
            var restarted =
                    plan.chosen().stream()
                            .filter(PlanTarget::restarts)
                            .map(PlanTarget::collector)
                            .toList();
            lines.addAll(new Coverage(fleet, restarted).losses(true));
        }
        return lines;
    }

    /// Why the guard lets nothing through at this moment; empty if it does.
    Optional<String> refusal() {
        return guard.decide(intent) instanceof Ask.Refused(var why)
                ? Optional.of(why)
                : Optional.empty();
    }

    /// Those that are meant at the moment.
    Intent intent() {
        return intent;
    }

    ConfirmViewModel confirm() {
        return confirm;
    }
}
