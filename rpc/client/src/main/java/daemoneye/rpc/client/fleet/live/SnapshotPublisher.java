package daemoneye.rpc.client.fleet.live;

import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.client.fleet.record.Moment;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Takes snapshots and hands them to whoever watches: after every tick that brought something new,
/// so at most ten a second, and at least one a second because ages grow. Loop thread only, except
/// [#latest()].
final class SnapshotPublisher {
    /// A little less than a second, so that a tick that comes a little late does not skip one.
    private static final long AT_LEAST_EVERY = Duration.ofMillis(950).toNanos();

    private final FleetBook book;
    private final OwnLink link;
    private final Listings listings;
    private final Ticker ticker;
    private final FleetLoop loop;
    private final List<Consumer<FleetSnapshot>> watchers = new ArrayList<>();
    private volatile FleetSnapshot latest;
    private boolean changed = true;

    SnapshotPublisher(
            FleetBook book, OwnLink link, Listings listings, Ticker ticker, FleetLoop loop) {
        this.book = book;
        this.link = link;
        this.listings = listings;
        this.ticker = ticker;
        this.loop = loop;
        latest =
                new FleetSnapshot(
                        0,
                        ticker.nanos(),
                        ticker.now(),
                        link.state(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        List.of(),
                        List.of());
    }

    /// The newest snapshot; safe from any thread.
    FleetSnapshot latest() {
        return latest;
    }

    /// Hands the newest snapshot over now, and later ones as they are taken.
    void watch(Consumer<FleetSnapshot> listener) {
        watchers.add(listener);
        listener.accept(latest);
    }

    /// Ends it, also for a snapshot that is on its way.
    void unwatch(Consumer<FleetSnapshot> listener) {
        watchers.remove(listener);
    }

    /// Something changed that the book does not know of.
    void touch() {
        changed = true;
    }

    /// Publishes if there is something to say.
    void advance(Moment now) {
        changed |= listings.takeChanged() || book.changed();
        if (changed || now.nanos() - latest.takenNanos() >= AT_LEAST_EVERY) {
            changed = false;
            latest = take(now);
            // One task each, so that a watcher that fails does not rob the others.
            var taken = latest;
            watchers.forEach(watcher -> loop.execute(() -> hand(taken, watcher)));
        }
    }

    private void hand(FleetSnapshot snapshot, Consumer<FleetSnapshot> watcher) {
        if (watchers.contains(watcher)) {
            watcher.accept(snapshot);
        }
    }

    private FleetSnapshot take(Moment now) {
        return new FleetSnapshot(
                latest.number() + 1,
                now.nanos(),
                ticker.now(),
                link.state(),
                link.roundTrip(),
                link.lastKnownAt(),
                listings.listed(),
                listings.agents(),
                book.views(now));
    }
}
