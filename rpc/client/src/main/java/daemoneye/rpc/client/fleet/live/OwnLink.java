package daemoneye.rpc.client.fleet.live;

import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.bus.RoundTrip;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How our own link stands, and when it last brought anything. Loop thread only.
final class OwnLink {
    private final Ticker ticker;
    private ConnectionState state = new ConnectionState.Reconnecting(0, Duration.ZERO, "");
    private Optional<RoundTrip> roundTrip = Optional.empty();
    private Optional<Instant> lastKnownAt = Optional.empty();
    private long heardNanos;
    private long upSinceNanos;
    private int epoch;

    OwnLink(Ticker ticker) {
        this.ticker = ticker;
        heardNanos = ticker.nanos();
    }

    /// Takes a new state.
    void state(ConnectionState newState) {
        boolean wasUp = up();
        state = newState;
        if (up() != wasUp) {
            epoch++;
            upSinceNanos = ticker.nanos();
            roundTrip = Optional.empty();
            lastKnownAt =
                    up()
                            ? Optional.empty()
                            : Optional.of(ticker.now().minus(ticker.since(heardNanos)));
        }
        if (up()) {
            heardNanos = ticker.nanos();
        }
    }

    ConnectionState state() {
        return state;
    }

    boolean up() {
        return state instanceof ConnectionState.Connected;
    }

    /// For how long it has worked; 0 while it does not.
    long upForNanos(long nowNanos) {
        return up() ? nowNanos - upSinceNanos : 0;
    }

    /// Grows whenever the link breaks or comes back: what was asked in another epoch counts no
    /// more.
    int epoch() {
        return epoch;
    }

    /// Something came from the broker.
    void heard(long atNanos) {
        heardNanos = Math.max(heardNanos, atNanos);
    }

    long heardNanos() {
        return heardNanos;
    }

    void measured(RoundTrip newest) {
        roundTrip = Optional.of(newest);
    }

    Optional<RoundTrip> roundTrip() {
        return roundTrip;
    }

    /// While the link is down: when the picture was last true, by the wall clock.
    Optional<Instant> lastKnownAt() {
        return lastKnownAt;
    }
}
