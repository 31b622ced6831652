package daemoneye.app.backend;

import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.client.fleet.MetricHistory;
import daemoneye.rpc.protocol.id.CollectorId;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// The same fleet, told at the pace of a person: at once what changes how somebody stands, and what
/// only moves figures, beats and ages once a second. A window that is painted ten times a second
/// for nothing costs its user a tenth of a processor.
///
/// @param whole where the snapshots come from
/// @param paceNanos how much time lies between two snapshots without news at least; asked each time
public record CalmFleet(FleetModel whole, LongSupplier paceNanos) implements FleetModel {
    /// A little less than the second after which a fleet tells its ages anyway.
    private static final long A_SECOND = Duration.ofMillis(930).toNanos();

    /// At the usual pace.
    public CalmFleet(FleetModel whole) {
        this(whole, () -> A_SECOND);
    }

    @Override
    public FleetSnapshot snapshot() {
        return whole.snapshot();
    }

    @Override
    public Runnable watch(Consumer<FleetSnapshot> listener) {
        return whole.watch(new Paced(listener, paceNanos));
    }

    @Override
    public void focus(Optional<CollectorId> id) {
        whole.focus(id);
    }

    @Override
    public CompletableFuture<MetricHistory> history(CollectorId id) {
        return whole.history(id);
    }

    @Override
    public void close() {
        whole.close();
    }

    /// The way to one listener; called on the fleet's loop thread only.
    private static final class Paced implements Consumer<FleetSnapshot> {
        private final Consumer<FleetSnapshot> listener;
        private final LongSupplier pace;
        private Optional<FleetSnapshot> told = Optional.empty();

        Paced(Consumer<FleetSnapshot> listener, LongSupplier pace) {
            this.listener = listener;
            this.pace = pace;
        }

        @Override
        public void accept(FleetSnapshot next) {
            boolean due =
                    told.filter(last -> next.takenNanos() - last.takenNanos() < pace.getAsLong())
                            .filter(last -> News.none(last, next))
                            .isEmpty();
            if (due) {
                told = Optional.of(next);
                listener.accept(next);
            }
        }
    }
}
