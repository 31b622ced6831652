package daemoneye.rpc.client.fleet.live;

import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.bus.RoundTrip;

import java.time.Duration;

/// Measures the round trip to the broker every 5 s, and at once when somebody wants to know
/// whether we are well. Loop thread only.
final class RoundTrips {
    private static final long EVERY = Duration.ofSeconds(5).toNanos();
    private static final long SOONEST = Duration.ofSeconds(1).toNanos();

    private final Connection connection;
    private final OwnLink link;
    private final Ticker ticker;
    private final FleetLoop loop;
    private long dueNanos;
    private long sentNanos;

    RoundTrips(Connection connection, OwnLink link, Ticker ticker, FleetLoop loop) {
        this.connection = connection;
        this.link = link;
        this.ticker = ticker;
        this.loop = loop;
        dueNanos = ticker.nanos();
        sentNanos = dueNanos - SOONEST;
    }

    /// Measure soon.
    void want(long nowNanos) {
        dueNanos = Math.min(dueNanos, Math.max(nowNanos, sentNanos + SOONEST));
    }

    void advance(long nowNanos) {
        if (link.up() && nowNanos >= dueNanos) {
            dueNanos = nowNanos + EVERY;
            sentNanos = nowNanos;
            int epoch = link.epoch();
            // Without an answer there is nothing to say: the link tells by itself when it breaks.
            loop.whenDone(connection.ping(), trip -> measured(epoch, trip));
        }
    }

    private void measured(int epoch, RoundTrip trip) {
        if (epoch == link.epoch()) {
            link.measured(trip);
            link.heard(ticker.nanos());
        }
    }
}
