package daemoneye.rpc.client.fleet.live;

import daemoneye.rpc.client.fleet.record.CollectorRecord;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Asks every collector for its health in turn: every 10 s, the one somebody looks at every 2 s,
/// and soon after something changed. At most [#MAX_OUTSTANDING] at a time; when there are more to
/// ask than that allows, changes go first and the rest wait longer. Loop thread only; times are
/// nanoseconds.
final class HealthChecks {
    /// So few that a fleet is never flooded, so many that one that hangs does not hold up the rest.
    static final int MAX_OUTSTANDING = 4;

    private static final long EVERY = Duration.ofSeconds(10).toNanos();
    private static final long FOCUSED = Duration.ofSeconds(2).toNanos();

    /// Between two checks of one collector, whatever happens to it.
    private static final long SOONEST = Duration.ofSeconds(1).toNanos();

    private static final Duration TIMEOUT = CollectorOperation.HEALTH_CHECK.timeout().standard();

    private final HealthCall calls;
    private final FleetBook book;
    private final OwnLink link;
    private final Ticker ticker;
    private final CheckQueue queue = new CheckQueue();
    private final Map<CollectorRecord, Long> underWay = new HashMap<>();
    private final Map<CollectorRecord, Long> lastSent = new HashMap<>();
    private Optional<CollectorId> focus = Optional.empty();

    HealthChecks(HealthCall calls, FleetBook book, OwnLink link, Ticker ticker) {
        this.calls = calls;
        this.book = book;
        this.link = link;
        this.ticker = ticker;
    }

    /// Something changed: ask this one before others.
    void want(CollectorRecord record) {
        long now = ticker.nanos();
        var sent = lastSent.get(record);
        queue.add(record, sent == null ? now : Math.max(now, sent + SOONEST), true);
    }

    /// The collector that somebody looks at.
    void focus(Optional<CollectorId> id) {
        focus = id;
        id.flatMap(book::find).ifPresent(this::want);
    }

    /// Our link broke or came back: what is under way counts no more; everybody is asked afresh.
    void linkChanged() {
        queue.clear();
        underWay.clear();
        lastSent.clear();
        if (link.up()) {
            book.records().forEach(this::want);
        }
    }

    /// Asks whoever is due, as far as the limit allows.
    void advance() {
        long now = ticker.nanos();
        while (link.up() && underWay.size() < MAX_OUTSTANDING) {
            var next = queue.take(now);
            if (next.isEmpty()) {
                return;
            }
            turn(next.get(), now);
        }
    }

    private void turn(CollectorRecord record, long now) {
        if (!book.has(record)) {
            lastSent.remove(record);
        } else if (underWay.containsKey(record) || !record.checkable()) {
            queue.add(record, now + SOONEST, false);
        } else {
            underWay.put(record, now);
            lastSent.put(record, now);
            calls.ask(record.id(), TIMEOUT, result -> finished(record, now, result));
        }
    }

    private void finished(CollectorRecord record, long sentNanos, HealthCall.Result result) {
        if (!underWay.remove(record, sentNanos)) {
            return;
        }
        switch (result) {
            case HealthCall.Result.Healthy ok ->
                    record.checkAnswered(ok.data(), ok.at(), ticker.nanos());
            case HealthCall.Result.Refused refused -> record.checkFailed(refused.why());
            case HealthCall.Result.Silent silent -> record.checkFailed(silent.why());
            case HealthCall.Result.OurFault fault -> {}
        }
        boolean focused = focus.filter(record.id()::equals).isPresent();
        queue.add(record, sentNanos + (focused ? FOCUSED : EVERY), false);
        advance();
    }
}
