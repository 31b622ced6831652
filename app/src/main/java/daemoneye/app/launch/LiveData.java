package daemoneye.app.launch;

import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The moment from which a picture shows a live fleet: the agents have answered, there is a
/// collector, and every one that should run has beaten and answered a health check.
final class LiveData {
    private LiveData() {}

    /// Completes at that moment, at once if it has come already.
    ///
    /// @param beats each running collector must have been seen with
    static CompletableFuture<FleetSnapshot> arrived(FleetModel fleet, int beats) {
        var arrived = new CompletableFuture<FleetSnapshot>();
        var stop =
                fleet.watch(
                        snapshot -> {
                            if (isLive(snapshot, beats)) {
                                arrived.complete(snapshot);
                            }
                        });
        return arrived.whenComplete((snapshot, fault) -> stop.run());
    }

    static boolean isLive(FleetSnapshot snapshot, int beats) {
        return snapshot.listed()
                && !snapshot.collectors().isEmpty()
                && snapshot.collectors().stream().allMatch(view -> isLive(view, beats));
    }

    private static boolean isLive(CollectorView view, int beats) {
        return switch (view.state()) {
            case RUNNING, PAUSED -> view.beats().size() >= beats && view.lastCheck().isPresent();
            case UNREGISTERED, STARTING, STOPPING, UNKNOWN -> false;
            case STOPPED, FAILED, QUARANTINED -> true;
        };
    }

    /// What is missing, for people who waited in vain.
    static String missing(FleetSnapshot snapshot) {
        if (snapshot.link() instanceof ConnectionState.Reconnecting(_, _, var fault)) {
            return fault;
        }
        if (!snapshot.listed()) {
            return "no agent answered on this broker.";
        }
        Optional<CollectorView> first =
                snapshot.collectors().stream().filter(view -> !isLive(view, 1)).findFirst();
        return first.map(view -> view.id() + " is " + view.state().wireName() + " and silent.")
                .orElse("the agents look after no collectors.");
    }
}
