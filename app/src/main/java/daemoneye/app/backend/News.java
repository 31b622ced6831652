package daemoneye.app.backend;

import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import java.util.List;

/// What is worth a look at once: our link, who is there, how each one stands, and the first beats
/// and the first check of somebody new.
final class News {
    private static final int FIRST_BEATS = 2;

    private News() {}

    /// Whether `next` says nothing of the kind that `last` did not say.
    static boolean none(FleetSnapshot last, FleetSnapshot next) {
        return last.listed() == next.listed()
                && last.link().equals(next.link())
                && last.lastKnownAt().equals(next.lastKnownAt())
                && last.agents().equals(next.agents())
                && sameFleet(last.collectors(), next.collectors());
    }

    // The very same view needs no second look.
    @SuppressWarnings("ReferenceEquality")
    private static boolean sameFleet(List<CollectorView> last, List<CollectorView> next) {
        if (last.size() != next.size()) {
            return false;
        }
        for (int at = 0; at < last.size(); at++) {
            if (!stands(last.get(at), next.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean stands(CollectorView last, CollectorView next) {
        return last.id().equals(next.id())
                && last.state() == next.state()
                && last.liveness() == next.liveness()
                && last.health() == next.health()
                && last.configVersion() == next.configVersion()
                && last.info().restarts() == next.info().restarts()
                && last.info().incarnation().equals(next.info().incarnation())
                && last.info().stateReason().equals(next.info().stateReason())
                && last.lastCheck().isPresent() == next.lastCheck().isPresent()
                && firstBeats(last) == firstBeats(next);
    }

    private static int firstBeats(CollectorView view) {
        return Math.min(FIRST_BEATS, view.beats().size());
    }
}
