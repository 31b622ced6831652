package daemoneye.app.guard;

import daemoneye.app.calls.CollectorAction;
import daemoneye.app.dashboard.Standing;
import daemoneye.app.text.Messages;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.operation.DangerClass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        if (intent.action() == CollectorAction.CONFIGURE && differ(fitting, fleet)) {
            return new Ask.Refused(Messages.text("guard.refused.types"));
        }
        int leftOut = intent.targets().size() - fitting.size();
        return ask(intent.only(fitting), leftOut, fleet, protection);
    }

    // The same change makes sense for those only that have the same settings.
    private static boolean differ(List<String> targets, FleetSnapshot fleet) {
        var known = views(fleet);
        return targets.stream()
                        .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                        .map(each -> each.info().collectorType())
                        .distinct()
                        .count()
                > 1;
    }

    /// The class of danger of an intent whose targets all fit.
    public static DangerClass danger(Intent intent, FleetSnapshot fleet, Protection protection) {
        return danger(intent, new Coverage(fleet, intent.targets()), protection);
    }

    private static DangerClass danger(Intent intent, Coverage coverage, Protection protection) {
        var usual = intent.action().operation().danger();
        boolean several = intent.targets().size() > 1;
        if (intent.action() == CollectorAction.CONFIGURE) {
            // It goes on gathering. Whoever restarts it for this asks for that, too.
            return several || protection == Protection.PROTECTED ? DangerClass.WIDE : usual;
        }
        if (usual != DangerClass.DISTURBING) {
            return usual;
        }
        if (several && intent.action() == CollectorAction.SHUT_DOWN) {
            return DangerClass.DANGEROUS;
        }
        boolean wide =
                several || protection == Protection.PROTECTED || coverage.takesTheLastOfAKind();
        return wide ? DangerClass.WIDE : DangerClass.DISTURBING;
    }

    private static Ask ask(Intent meant, int leftOut, FleetSnapshot fleet, Protection protection) {
        var coverage = new Coverage(fleet, meant.targets());
        var intent = meant.action().asksFirst() ? meant.only(coverage.inOrder()) : meant;
        return switch (danger(intent, coverage, protection)) {
            case READ -> new Ask.AtOnce(intent);
            case REVERSIBLE -> new Ask.WithUndo(intent, intent.action().opposite());
            case DISTURBING -> new Ask.Confirm(stakes(intent, leftOut, coverage));
            case WIDE -> new Ask.Count(because(protection, stakes(intent, leftOut, coverage)));
            case DANGEROUS -> new Ask.Hold(stakes(intent, leftOut, coverage), phrase(intent));
        };
    }

    private static String phrase(Intent intent) {
        return intent.targets().size() == 1
                ? intent.targets().getFirst()
                : Messages.text("guard.phrase.several", intent.targets().size());
    }

    private static Ask.Stakes stakes(Intent intent, int leftOut, Coverage coverage) {
        boolean comesBack = intent.action() == CollectorAction.RESTART;
        boolean stays = intent.action() == CollectorAction.CONFIGURE;
        var impact = new ArrayList<>(stays ? List.of() : coverage.losses(comesBack));
        if (leftOut > 0) {
            impact.add(Messages.text("guard.impact.leftOut", leftOut));
        }
        return new Ask.Stakes(intent, effect(intent), impact);
    }

    // Whoever is asked for a number has to see what for.
    private static Ask.Stakes because(Protection protection, Ask.Stakes stakes) {
        if (protection != Protection.PROTECTED) {
            return stakes;
        }
        var impact = new ArrayList<>(stakes.impact());
        impact.add(Messages.text("guard.impact.protected"));
        return new Ask.Stakes(stakes.intent(), stakes.effect(), impact);
    }

    private static String effect(Intent intent) {
        var key = intent.action().key();
        return intent.targets().size() == 1
                ? Messages.text("action.effect." + key, intent.targets().getFirst())
                : Messages.text("action.effects." + key, intent.targets().size());
    }

    private static List<String> fitting(Intent intent, FleetSnapshot fleet) {
        var known = views(fleet);
        return intent.targets().stream()
                .filter(
                        id ->
                                Optional.ofNullable(known.get(id))
                                        .filter(each -> intent.action().fits(Standing.of(each)))
                                        .isPresent())
                .toList();
    }

    /// What a snapshot says of each collector, by its id.
    public static Map<String, CollectorView> views(FleetSnapshot fleet) {
        var views = new HashMap<String, CollectorView>();
        fleet.collectors().forEach(each -> views.putIfAbsent(each.id().text(), each));
        return views;
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
