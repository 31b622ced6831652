package daemoneye.rpc.client.call.resilience;

import daemoneye.rpc.client.call.breaker.Breakers;
import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Whether our own link works, and for how long it has. Safe from any thread.
final class LinkWatch implements Breakers.LinkTime {
    /// A broker that is well answers a ping much sooner.
    static final Duration PING_PATIENCE = Duration.ofSeconds(1);

    private final Connection connection;
    private final Ticker ticker;
    private boolean up;
    private long upBefore;
    private long upSince;

    private LinkWatch(Connection connection, Ticker ticker) {
        this.connection = connection;
        this.ticker = ticker;
    }

    static LinkWatch on(Connection connection, Ticker ticker) {
        var watch = new LinkWatch(connection, ticker);
        connection.watch(watch::tell);
        return watch;
    }

    @Override
    public synchronized boolean up() {
        return up;
    }

    @Override
    public synchronized long nanos() {
        return upBefore + (up ? ticker.nanos() - upSince : 0);
    }

    /// Whether the link works within `patience`.
    CompletableFuture<Boolean> upWithin(Duration patience) {
        return connection.connected(patience).handle((state, fault) -> fault == null);
    }

    /// Whether the broker talks to us at this moment: if not, silence says nothing about others.
    CompletableFuture<Boolean> brokerAnswers() {
        var answer = new CompletableFuture<Boolean>();
        var alarm = ticker.after(PING_PATIENCE, () -> answer.complete(false));
        var _ = connection.ping().handle((trip, fault) -> answer.complete(fault == null));
        return answer.whenComplete((_, _) -> alarm.cancel());
    }

    private synchronized void tell(ConnectionState state) {
        upBefore = nanos();
        upSince = ticker.nanos();
        up = state instanceof ConnectionState.Connected;
    }
}
