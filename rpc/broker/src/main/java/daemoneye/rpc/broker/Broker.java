package daemoneye.rpc.broker;

import daemoneye.rpc.broker.session.SessionLimits;
import daemoneye.rpc.broker.statistics.BrokerCounters;
import daemoneye.rpc.broker.statistics.BrokerStatistics;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.Wire;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Routes messages between clients by topic. All its state lives on the loop thread of the wire it
/// is given, which it does not own; a client and a broker may share one.
///
/// The methods here are safe from any thread.
public final class Broker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);
    private static final Duration MOST_CLOSING = Duration.ofSeconds(2);

    private final Wire wire;
    private final Ticker ticker;
    private final BrokerCounters counters = new BrokerCounters();
    private final Switchboard switchboard;
    private final BrokerSessions sessions;
    private final Duration sweepEvery;
    private final Queue<Wire.Listening> places = new ConcurrentLinkedQueue<>();
    private final long startedNanos;
    private volatile boolean closed;

    private Broker(Wire wire, BrokerSettings settings) {
        this.wire = wire;
        ticker = wire.ticker();
        startedNanos = ticker.nanos();
        SessionLimits limits = settings.limits();
        switchboard = new Switchboard(limits, ticker, counters);
        sessions = new BrokerSessions(settings, switchboard, counters, ticker);
        sweepEvery = limits.silence().dividedBy(ClientLink.SILENT_SWEEPS);
    }

    /// A broker that listens nowhere yet.
    public static Broker on(Wire wire, BrokerSettings settings) {
        return new Broker(wire, settings);
    }

    /// Listens at all these addresses, or at none.
    ///
    /// @return the addresses as they came to be (with the port chosen), or what the wire says
    ///     against one of them
    public CompletableFuture<List<Address>> start(Address... addresses) {
        var each = Arrays.stream(addresses).map(this::listen).toList();
        return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new))
                .thenApply(_ -> each.stream().map(CompletableFuture::join).toList())
                .whenComplete(
                        (bound, fault) -> {
                            if (fault == null) {
                                LOG.info("listening at {}", bound);
                                sweepLater();
                            } else {
                                places.forEach(Wire.Listening::close);
                            }
                        });
    }

    /// What it has done so far.
    public BrokerStatistics statistics() {
        return counters.snapshot(ticker.since(startedNanos));
    }

    /// Accepts nobody any more and says good-bye to everybody.
    ///
    /// @return completed when every good-bye was handed to the wire
    public CompletableFuture<Void> stop() {
        closed = true;
        places.forEach(Wire.Listening::close);
        try {
            return CompletableFuture.runAsync(this::sayGoodBye, wire.loop());
        } catch (RejectedExecutionException e) {
            // The wire was closed first, and took all links with it.
            return CompletableFuture.completedFuture(null);
        }
    }

    /// As [#stop()], and waits for it for at most two seconds. Not for the loop thread.
    @Override
    public void close() {
        try {
            stop().get(MOST_CLOSING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("could not say good-bye to everybody: {}", e.toString());
        }
    }

    private CompletableFuture<Address> listen(Address address) {
        return wire.listen(address, sessions::arrived)
                .thenApply(
                        place -> {
                            places.add(place);
                            return place.address();
                        });
    }

    private void sayGoodBye() {
        sessions.closeAll();
        switchboard.close();
    }

    private void sweepLater() {
        ticker.after(
                sweepEvery,
                () -> {
                    if (!closed) {
                        sessions.sweepSilent();
                        sweepLater();
                    }
                });
    }
}
