package daemoneye.rpc.client.fleet;

import daemoneye.rpc.protocol.id.CollectorId;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// The UI-free picture of the fleet, kept from heartbeats, state changes, listings and health
/// checks. One loop thread owns its state; it publishes immutable snapshots, at most 10 a second
/// and at least 1 (ages grow).
public interface FleetModel extends AutoCloseable {
    /// Beats kept per collector: five minutes at one a second.
    int BEAT_WINDOW = 300;

    /// Points kept per figure and collector.
    int HISTORY_POINTS = 300;

    /// The newest snapshot.
    FleetSnapshot snapshot();

    /// Calls the listener with the newest snapshot now, and with later ones, on the fleet's loop
    /// thread; must not block.
    ///
    /// @return stops the calls
    Runnable watch(Consumer<FleetSnapshot> listener);

    /// The collector somebody looks at: its health is checked every 2 s instead of every 10 s.
    void focus(Optional<CollectorId> id);

    /// Figures over time; empty series for a collector that is not known.
    CompletableFuture<MetricHistory> history(CollectorId id);

    @Override
    void close();
}
