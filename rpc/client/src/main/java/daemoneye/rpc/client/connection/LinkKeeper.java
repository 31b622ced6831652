package daemoneye.rpc.client.connection;

import daemoneye.rpc.client.connection.ConnectionState.Closed;
import daemoneye.rpc.client.connection.ConnectionState.Connected;
import daemoneye.rpc.client.connection.ConnectionState.Reconnecting;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.bus.Bus;
import daemoneye.rpc.transport.bus.BusDialer;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.wire.CloseReason;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;

/// Dials, renews the subscriptions, notices the end, waits, dials again.
///
/// Everything but [#usable()] runs on the connection's [SerialTasks]. Each try has a number; what
/// an abandoned try says later is ignored, and its session is closed.
final class LinkKeeper {
    /// A try that has not led to a working link by then has failed: longer than any healthy
    /// handshake, short enough that a black hole costs one try.
    static final Duration TRY_PATIENCE = Duration.ofSeconds(10);

    /// A link that broke sooner counts as one more failed try, so that a broker which accepts and
    /// throws out is not called every few milliseconds.
    static final Duration PROVEN = Duration.ofSeconds(1);

    private final BusDialer dialer;
    private final ClientIdentity identity;
    private final Ticker ticker;
    private final Backoff backoff;
    private final SerialTasks tasks;
    private final StateBoard board;
    private final StandingSubscriptions subscriptions;

    private int attempt;
    private String fault = "";
    private long tryNumber;
    private Ticker.Alarm alarm = () -> {};
    private @Nullable Bus session;
    private volatile @Nullable Bus usable;
    private long usableSinceNanos;

    LinkKeeper(
            BusDialer dialer,
            ClientIdentity identity,
            Ticker ticker,
            Backoff backoff,
            SerialTasks tasks,
            StateBoard board,
            StandingSubscriptions subscriptions) {
        this.dialer = dialer;
        this.identity = identity;
        this.ticker = ticker;
        this.backoff = backoff;
        this.tasks = tasks;
        this.board = board;
        this.subscriptions = subscriptions;
    }

    /// The session that works now. Safe from any thread.
    Optional<Bus> usable() {
        return Optional.ofNullable(usable);
    }

    /// The session that exists, even if its subscriptions are not all renewed yet.
    Optional<Bus> session() {
        return Optional.ofNullable(session);
    }

    void dial() {
        long number = ++tryNumber;
        board.tell(new Reconnecting(attempt, Duration.ZERO, fault));
        alarm = ticker.after(TRY_PATIENCE, () -> tasks.run(() -> failed(number, tooSlow())));
        dialer.dial(identity)
                .thenAccept(bus -> tasks.run(() -> dialed(number, bus)))
                .exceptionally(
                        refusal -> {
                            tasks.run(() -> failed(number, Faults.sentence(refusal)));
                            return null;
                        });
    }

    void close(String reason) {
        tryNumber++;
        alarm.cancel();
        subscriptions.muteAll();
        hangUp();
        board.tell(new Closed(reason));
    }

    private void dialed(long number, Bus bus) {
        if (number != tryNumber) {
            bus.close();
            return;
        }
        session = bus;
        var _ = bus.closed().thenAccept(reason -> tasks.run(() -> lost(number, reason)));
        var _ = subscriptions.renewOn(bus).thenRun(() -> tasks.run(() -> ready(number, bus)));
    }

    private void ready(long number, Bus bus) {
        if (number != tryNumber) {
            return;
        }
        alarm.cancel();
        usableSinceNanos = ticker.nanos();
        usable = bus;
        board.tell(new Connected(bus.welcome(), ticker.now()));
    }

    private void lost(long number, CloseReason reason) {
        if (number != tryNumber) {
            return;
        }
        boolean proven = usable != null && ticker.since(usableSinceNanos).compareTo(PROVEN) >= 0;
        retry(proven ? 1 : attempt + 1, reason.sentence());
    }

    private void failed(long number, String sentence) {
        if (number == tryNumber) {
            retry(attempt + 1, sentence);
        }
    }

    private void retry(int nextAttempt, String sentence) {
        tryNumber++;
        alarm.cancel();
        hangUp();
        attempt = nextAttempt;
        fault = sentence;
        var delay = backoff.before(attempt);
        board.tell(new Reconnecting(attempt, delay, fault));
        long number = tryNumber;
        alarm = ticker.after(delay, () -> tasks.run(() -> dialUnlessOver(number)));
    }

    private void dialUnlessOver(long number) {
        if (number == tryNumber) {
            dial();
        }
    }

    private void hangUp() {
        usable = null;
        var old = session;
        session = null;
        if (old != null) {
            old.close();
        }
    }

    private static String tooSlow() {
        return "the broker did not answer within %d s: check that it runs and is not overloaded"
                .formatted(TRY_PATIENCE.toSeconds());
    }
}
