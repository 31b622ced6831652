package daemoneye.app.backend;

import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.client.fleet.MetricHistory;
import daemoneye.rpc.protocol.id.CollectorId;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// The fleet of a [LateBackend]. Safe from any thread.
final class LateFleet implements FleetModel {
    private final CompletableFuture<FleetModel> coming;
    private final FleetSnapshot until;
    private final AtomicReference<Optional<CollectorId>> focused =
            new AtomicReference<>(Optional.empty());

    /// @param until shown before the real one is there
    LateFleet(CompletableFuture<FleetModel> coming, FleetSnapshot until) {
        this.coming = coming;
        this.until = until;
    }

    @Override
    public FleetSnapshot snapshot() {
        return coming.thenApply(FleetModel::snapshot).getNow(until);
    }

    @Override
    public Runnable watch(Consumer<FleetSnapshot> listener) {
        if (!coming.isDone()) {
            listener.accept(until);
        }
        return LateBackend.later(coming.thenApply(real -> real.watch(listener)));
    }

    @Override
    public void focus(Optional<CollectorId> id) {
        focused.set(id);
        // What waits for a future is not run in the order in which it came.
        var _ = coming.thenAccept(real -> real.focus(focused.get()));
    }

    @Override
    public CompletableFuture<MetricHistory> history(CollectorId id) {
        return coming.thenCompose(real -> real.history(id));
    }

    /// Its backend closes it.
    @Override
    public void close() {}
}
