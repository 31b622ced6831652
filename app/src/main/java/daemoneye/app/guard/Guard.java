package daemoneye.app.guard;

import daemoneye.app.calls.CollectorAction;
import daemoneye.app.dashboard.Standing;
import daemoneye.app.text.Messages;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.operation.DangerClass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides what must be asked before anything is done. The only place that does: every button,
/// menu, key and dialog comes here.
///
/// ```
/// class of the operation ──┬─ disturbing: several, last healthy of its kind,
///                          │             or a protected profile ──► wide
///                          └─ several shut down, or any forced ──► dangerous
/// ```
public final class Guard {
    private Guard() {}

    /// What has to be asked for this intent on this fleet. Targets for which the action makes no
    /// sense are left out, and the question says so.
    public static Ask decide(Intent intent, FleetSnapshot fleet, Protection protection) {
        if (intent.action().operation().changes() && protection == Protection.READ_ONLY) {
            return new Ask.Refused(Messages.text("guard.refused.readOnly"));
        }
        if (fleet.lastKnownAt().isPresent()) {
            return new Ask.Refused(Messages.text("guard.refused.link"));
        }
        var fitting = fitting(intent, fleet);
        if (fitting.isEmpty()) {
            return new Ask.Refused(unfit(intent, fleet));
        }
        int leftOut = intent.targets().size() - fitting.size();
        return ask(inOrder(intent.only(fitting), fleet), leftOut, fleet, protection);
    }

    private static Intent inOrder(Intent intent, FleetSnapshot fleet) {
        return intent.action().asksFirst()
                ? intent.only(new Coverage(fleet, intent.targets()).inOrder())
                : intent;
    }

    /// The class of danger of an intent whose targets all fit.
    public static DangerClass danger(Intent intent, FleetSnapshot fleet, Protection protection) {
        var usual = intent.action().operation().danger();
        boolean several = intent.targets().size() > 1;
        if (intent.action() == CollectorAction.CONFIGURE) {
            // It goes on gathering. Whoever restarts it for this asks for that, too.
            return protection == Protection.PROTECTED ? DangerClass.WIDE : usual;
        }
        if (usual != DangerClass.DISTURBING) {
            return usual;
        }
        if (several && intent.action() == CollectorAction.SHUT_DOWN) {
            return DangerClass.DANGEROUS;
        }
        boolean wide =
                several
                        || protection == Protection.PROTECTED
                        || new Coverage(fleet, intent.targets()).takesTheLastOfAKind();
        return wide ? DangerClass.WIDE : DangerClass.DISTURBING;
    }

    private static Ask ask(Intent intent, int leftOut, FleetSnapshot fleet, Protection protection) {
        return switch (danger(intent, fleet, protection)) {
            case READ -> new Ask.AtOnce(intent);
            case REVERSIBLE -> new Ask.WithUndo(intent, intent.action().opposite());
            case DISTURBING -> new Ask.Confirm(stakes(intent, leftOut, fleet));
            case WIDE -> new Ask.Count(stakes(intent, leftOut, fleet));
            case DANGEROUS -> new Ask.Hold(stakes(intent, leftOut, fleet), phrase(intent));
        };
    }

    private static String phrase(Intent intent) {
        return intent.targets().size() == 1
                ? intent.targets().getFirst()
                : Messages.text("guard.phrase.several", intent.targets().size());
    }

    private static Ask.Stakes stakes(Intent intent, int leftOut, FleetSnapshot fleet) {
        boolean comesBack = intent.action() == CollectorAction.RESTART;
        boolean stays = intent.action() == CollectorAction.CONFIGURE;
        var coverage = new Coverage(fleet, intent.targets());
        var impact = new ArrayList<>(stays ? List.of() : coverage.losses(comesBack));
        if (leftOut > 0) {
            impact.add(Messages.text("guard.impact.leftOut", leftOut));
        }
        return new Ask.Stakes(intent, effect(intent), impact);
    }

    private static String effect(Intent intent) {
        var key = intent.action().key();
        return intent.targets().size() == 1
                ? Messages.text("action.effect." + key, intent.targets().getFirst())
                : Messages.text("action.effects." + key, intent.targets().size());
    }

    private static List<String> fitting(Intent intent, FleetSnapshot fleet) {
        return intent.targets().stream()
                .filter(
                        id ->
                                view(fleet, id)
                                        .filter(each -> intent.action().fits(Standing.of(each)))
                                        .isPresent())
                .toList();
    }

    private static String unfit(Intent intent, FleetSnapshot fleet) {
        if (intent.targets().size() > 1) {
            return Messages.text("guard.refused.none", intent.title());
        }
        var id = intent.targets().getFirst();
        return view(fleet, id)
                .map(
                        each ->
                                Messages.text(
                                        "guard.refused.unfit",
                                        id,
                                        Standing.of(each).label(),
                                        intent.action().verb()))
                .orElseGet(() -> Messages.text("guard.refused.gone", id));
    }

    /// What a snapshot says of one collector.
    public static Optional<CollectorView> view(FleetSnapshot fleet, String id) {
        return fleet.collectors().stream().filter(each -> each.id().text().equals(id)).findFirst();
    }
}
