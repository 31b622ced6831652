package daemoneye.app.rollout.plan;

import daemoneye.app.config.talk.Desk;
import daemoneye.app.guard.Guard;
import daemoneye.app.text.Messages;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.value.ConfigValue;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the same change would do to each of several collectors. Nobody is changed by it. FX thread
/// only.
public final class RolloutPlan {
    private final Desk desk;
    private final List<PlanTarget> targets;
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();

    /// @param collectors in the order in which they shall get it
    /// @param wanted new values by name; `nothing` for what goes back to the default
    public RolloutPlan(Desk desk, List<String> collectors, Map<String, ConfigValue> wanted) {
        this.desk = desk;
        this.targets =
                collectors.stream()
                        .map(each -> new PlanTarget(desk, each, wanted, this::changed))
                        .toList();
        show(desk.fleet().snapshot());
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }

    /// Reads and asks all of them, again.
    public void check() {
        targets.forEach(PlanTarget::check);
    }

    /// Lets them know what the fleet says.
    public void show(FleetSnapshot snapshot) {
        if (snapshot.lastKnownAt().isPresent()) {
            return;
        }
        var views = Guard.views(snapshot);
        for (var target : targets) {
            Optional.ofNullable(views.get(target.collector()))
                    .ifPresentOrElse(target::show, target::vanish);
        }
    }

    /// Why it cannot be sent as it is; empty if it can.
    public Optional<String> hindrance() {
        if (targets.stream().anyMatch(RolloutPlan::isAsked)) {
            return Optional.of(Messages.text("rollout.plan.asking"));
        }
        long blocked = targets.stream().filter(PlanTarget::isInTheWay).count();
        if (blocked > 0) {
            return Optional.of(Messages.text("rollout.plan.blocked", blocked));
        }
        return chosen().isEmpty()
                ? Optional.of(Messages.text("rollout.plan.nothing"))
                : Optional.empty();
    }

    private static boolean isAsked(PlanTarget target) {
        return target.isInTheWay() && target.standProperty().get() instanceof PlanStand.Asking;
    }

    /// Leaves out all that are in the way.
    public void leaveOutBlocked() {
        targets.stream()
                .filter(each -> each.standProperty().get() instanceof PlanStand.Blocked)
                .forEach(each -> each.includedProperty().set(false));
    }

    /// Those that get it, in the order in which they do: those whose beats can prove it first.
    public List<PlanTarget> chosen() {
        return targets.stream()
                .filter(PlanTarget::isChosen)
                .sorted(Comparator.comparing(each -> !each.isRunning()))
                .toList();
    }

    /// How many of them are restarted for it.
    public long restarts() {
        return chosen().stream().filter(PlanTarget::restarts).count();
    }

    /// How many changes let something be seen or protected less.
    public long weaker() {
        return chosen().stream().mapToLong(PlanTarget::weaker).sum();
    }

    /// On how many hosts they are.
    public long hosts() {
        var chosen = chosen().stream().map(PlanTarget::collector).toList();
        return desk.fleet().snapshot().collectors().stream()
                .filter(view -> chosen.contains(view.id().text()))
                .map(view -> view.info().host())
                .distinct()
                .count();
    }

    public List<PlanTarget> targets() {
        return targets;
    }

    /// Grows with every answer and every choice.
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }
}
