package daemoneye.app;

import daemoneye.rpc.cli.link.Links;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.wire.Address;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One look at a fleet, as far as there is one.
///
/// @param snapshot with a closed link and nobody in it, if no broker lets us in
/// @param fault why not; empty if one does
record FleetLook(FleetSnapshot snapshot, Optional<String> fault) {
    /// Three beats of the usual interval: who has not been heard by then is not heard.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /// Asks, and waits until everybody who runs has been heard; blocks for 13 s at most.
    static FleetLook at(Address address, Admission admission, Surroundings surroundings)
            throws InterruptedException {
        try (var link = surroundings.links().open(address, admission)) {
            return new FleetLook(heard(link.fleet()), Optional.empty());
        } catch (Links.NotReachable e) {
            var why = String.valueOf(e.getMessage());
            return new FleetLook(nobody(why, surroundings.ticker().now()), Optional.of(why));
        }
    }

    private static FleetSnapshot heard(FleetModel fleet) throws InterruptedException {
        var whole = new CompletableFuture<FleetSnapshot>();
        var unwatch =
                fleet.watch(
                        snapshot -> {
                            if (isWhole(snapshot)) {
                                whole.complete(snapshot);
                            }
                        });
        try {
            return whole.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            // Nothing completes it exceptionally; the picture as it is says who is silent.
            return fleet.snapshot();
        } finally {
            unwatch.run();
        }
    }

    private static boolean isWhole(FleetSnapshot snapshot) {
        return snapshot.listed() && snapshot.collectors().stream().allMatch(FleetLook::isSettled);
    }

    private static boolean isSettled(CollectorView view) {
        return view.state() != ProcessState.RUNNING
                || (view.lastBeatAge().isPresent() && view.lastCheck().isPresent());
    }

    private static FleetSnapshot nobody(String why, Instant now) {
        return new FleetSnapshot(
                0,
                0,
                now,
                new ConnectionState.Closed(why),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                List.of());
    }

    /// For people.
    String sentence() {
        return fault.orElseGet(
                () ->
                        "The broker answers. Agents: %d, collectors: %d."
                                .formatted(snapshot.agents().size(), snapshot.collectors().size()));
    }
}
