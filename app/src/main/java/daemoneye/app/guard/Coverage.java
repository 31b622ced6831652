package daemoneye.app.guard;

import daemoneye.app.dashboard.Standing;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who else gathers what some collectors gather: what nobody would see any more without them.
public final class Coverage {
    private static final int MOST_LINES = 40;

    private final List<CollectorView> leaving;
    private final Set<String> lastKinds;
    private final Set<Gathered> stillGathered;

    /// A kind of events of a host.
    private record Gathered(String host, String type) {}

    /// @param targets the collectors that would stop gathering
    public Coverage(FleetSnapshot snapshot, List<String> targets) {
        var ids = Set.copyOf(targets);
        leaving =
                snapshot.collectors().stream()
                        .filter(each -> ids.contains(each.id().text()))
                        .toList();
        var staying =
                snapshot.collectors().stream()
                        .filter(each -> !ids.contains(each.id().text()))
                        .filter(Coverage::works)
                        .toList();
        lastKinds = lastKinds(leaving, staying);
        stillGathered =
                staying.stream().flatMap(Coverage::gathers).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> lastKinds(List<CollectorView> leaving, List<CollectorView> staying) {
        var kinds = new LinkedHashSet<String>();
        leaving.stream()
                .filter(Coverage::works)
                .map(each -> each.info().collectorType())
                .forEach(kinds::add);
        staying.forEach(each -> kinds.remove(each.info().collectorType()));
        return Collections.unmodifiableSet(kinds);
    }

    private static Stream<Gathered> gathers(CollectorView view) {
        var info = view.info();
        return info.eventTypes().stream().map(type -> new Gathered(info.host(), type));
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
        return !lastKinds.isEmpty();
    }

    /// One sentence for each thing that is lost: kinds of events of a host first, then kinds of
    /// collectors of which none is left.
    ///
    /// @param comesBack they start again at once, as with a restart
    public List<String> losses(boolean comesBack) {
        var gap = comesBack ? "guard.impact.hostPause" : "guard.impact.host";
        var last = leaving.size() > 1 ? "guard.impact.last.several" : "guard.impact.last";
        var lines = new LinkedHashSet<String>();
        leaving.stream()
                .flatMap(Coverage::gathers)
                .filter(each -> !stillGathered.contains(each))
                .distinct()
                .forEach(
                        each ->
                                lines.add(
                                        Messages.text(
                                                gap,
                                                SafeText.name(each.type()),
                                                SafeText.name(each.host()))));
        lastKinds.forEach(kind -> lines.add(Messages.text(last, SafeText.name(kind))));
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

    /// The order in which the least is lost for the longest: first those whose work others do too,
    /// then by host and id.
    public List<String> inOrder() {
        return leaving.stream()
                .sorted(
                        Comparator.<CollectorView, Boolean>comparing(
                                        each -> lastKinds.contains(each.info().collectorType()))
                                .thenComparing(each -> each.info().host())
                                .thenComparing(each -> each.id().text()))
                .map(each -> each.id().text())
                .toList();
    }
}
