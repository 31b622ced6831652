package daemoneye.rpc.cli.fake;

import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.client.fleet.MetricHistory;
import daemoneye.rpc.protocol.id.CollectorId;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Gives its snapshots to whoever watches, all at once.
public final class ScriptedFleet implements FleetModel {
    /// What watchers get.
    public final List<FleetSnapshot> snapshots = new ArrayList<>();

    @Override
    public FleetSnapshot snapshot() {
        return snapshots.getLast();
    }

    @Override
    public Runnable watch(Consumer<FleetSnapshot> listener) {
        snapshots.forEach(listener);
        return () -> {};
    }

    @Override
    public void focus(Optional<CollectorId> id) {}

    @Override
    public CompletableFuture<MetricHistory> history(CollectorId id) {
        return CompletableFuture.completedFuture(new MetricHistory(Map.of()));
    }

    @Override
    public void close() {}
}
