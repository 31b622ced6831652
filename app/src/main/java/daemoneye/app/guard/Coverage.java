package daemoneye.app.guard;

import daemoneye.app.dashboard.Standing;
import daemoneye.app.text.Messages;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Who else gathers what some collectors gather: what nobody would see any more without them.
public final class Coverage {
    private static final int MOST_LINES = 40;

    private final List<CollectorView> leaving;
    private final List<CollectorView> staying;

    /// @param targets the collectors that would stop gathering
    public Coverage(FleetSnapshot snapshot, List<String> targets) {
        var ids = Set.copyOf(targets);
        leaving =
                snapshot.collectors().stream()
                        .filter(each -> ids.contains(each.id().text()))
                        .toList();
        staying =
                snapshot.collectors().stream()
                        .filter(each -> !ids.contains(each.id().text()))
                        .filter(Coverage::works)
                        .toList();
    }

    private static boolean works(CollectorView view) {
        return switch (Standing.of(view)) {
            case HEALTHY, DEGRADED -> true;
            case UNRESPONSIVE,
                    FAILED,
                    QUARANTINED,
                    UNHEALTHY,
                    UNKNOWN,
                    STARTING,
                    STOPPING,
                    PAUSED,
                    STOPPED ->
                    false;
        };
    }

    /// Whether a working one among them is the last of its kind in the fleet.
    public boolean takesTheLastOfAKind() {
        return !lastKinds().isEmpty();
    }

    private Set<String> lastKinds() {
        var kinds = new LinkedHashSet<String>();
        for (var view : leaving) {
            var kind = view.info().collectorType();
            if (works(view)
                    && staying.stream()
                            .noneMatch(each -> each.info().collectorType().equals(kind))) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    /// One sentence for each thing that is lost: kinds of events of a host first, then kinds of
    /// collectors of which none is left.
    ///
    /// @param comesBack they start again at once, as with a restart
    public List<String> losses(boolean comesBack) {
        var gap = comesBack ? "guard.impact.hostPause" : "guard.impact.host";
        var last = leaving.size() > 1 ? "guard.impact.last.several" : "guard.impact.last";
        var lines = new LinkedHashSet<String>();
        for (var view : leaving) {
            for (var type : view.info().eventTypes()) {
                if (!gathered(type, view.info().host())) {
                    lines.add(Messages.text(gap, type, view.info().host()));
                }
            }
        }
        lastKinds().forEach(kind -> lines.add(Messages.text(last, kind)));
        return shortened(List.copyOf(lines));
    }

    private static List<String> shortened(List<String> lines) {
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        var fewer = new ArrayList<>(lines.subList(0, MOST_LINES));
        fewer.add(Messages.text("guard.impact.more", lines.size() - MOST_LINES));
        return fewer;
    }

    private boolean gathered(String type, String host) {
        return staying.stream()
                .anyMatch(
                        each ->
                                each.info().host().equals(host)
                                        && each.info().eventTypes().contains(type));
    }

    /// The order in which the least is lost for the longest: first those whose work others do too,
    /// then by host and id.
    public List<String> inOrder() {
        var last = lastKinds();
        return leaving.stream()
                .sorted(
                        Comparator.<CollectorView, Boolean>comparing(
                                        each -> last.contains(each.info().collectorType()))
                                .thenComparing(each -> each.info().host())
                                .thenComparing(each -> each.id().text()))
                .map(each -> each.id().text())
                .toList();
    }
}
