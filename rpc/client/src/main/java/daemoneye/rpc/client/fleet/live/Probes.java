package daemoneye.rpc.client.fleet.live;

import daemoneye.rpc.client.fleet.record.CollectorRecord;
import daemoneye.rpc.client.fleet.record.ProbeRound;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.state.Liveness;

import java.time.Duration;

/// Asks silent collectors for their health, twice, so that nobody is called unresponsive for lost
/// beats alone.
///
/// ```
/// intervals of silence   2          2.5         3
///                        probe 1    probe 2     both failed and we are well: unresponsive
/// ```
///
/// The second one goes out earlier if the first has failed. Who answers stays suspect and is asked
/// again every 5 s, who is unresponsive every 10 s. Loop thread only; times are nanoseconds.
final class Probes {
    /// Beside the limit of routine checks: if a host of 2,000 collectors dies, all of them are
    /// judged within about a minute and not after a quarter of an hour.
    static final int MAX_OUTSTANDING = 64;

    private static final Duration LONGEST = CollectorOperation.HEALTH_CHECK.timeout().standard();
    private static final long AGAIN = Duration.ofSeconds(5).toNanos();
    private static final long UNRESPONSIVE_AGAIN = Duration.ofSeconds(10).toNanos();

    private final HealthCall calls;
    private final FleetBook book;
    private final OwnLink link;
    private final RoundTrips roundTrips;
    private int outstanding;

    Probes(HealthCall calls, FleetBook book, OwnLink link, RoundTrips roundTrips) {
        this.calls = calls;
        this.book = book;
        this.link = link;
        this.roundTrips = roundTrips;
    }

    /// Our link broke or came back: what is under way says nothing.
    void linkChanged() {
        book.records().forEach(record -> record.probes().reset());
    }

    void advance(long nowNanos) {
        if (link.up()) {
            book.records().forEach(record -> advance(record, nowNanos));
        }
    }

    private void advance(CollectorRecord record, long now) {
        switch (record.liveness()) {
            case SUSPECT -> suspect(record, now);
            case UNRESPONSIVE -> unresponsive(record, now);
            case LIVE, LATE, DOWN, UNKNOWN -> {
                if (record.probes().begun()) {
                    record.probes().reset();
                }
            }
        }
    }

    private void suspect(CollectorRecord record, long now) {
        var round = record.probes();
        boolean undecided = round.complete() && !round.confirmed();
        if (!round.begun() || (undecided && now - round.sentNanos() >= AGAIN)) {
            round.begin(now);
            // An answer to this one shows that we are well.
            roundTrips.want(now);
        }
        boolean secondIsDue =
                round.failures() > 0 || now - round.begunNanos() >= record.intervalNanos() / 2;
        if (round.sent() == 0 || (round.sent() < ProbeRound.PROBES && secondIsDue)) {
            send(record, MAX_OUTSTANDING, now);
        }
    }

    private void unresponsive(CollectorRecord record, long now) {
        if (now - record.probes().sentNanos() >= UNRESPONSIVE_AGAIN) {
            send(record, MAX_OUTSTANDING / 2, now);
        }
    }

    private void send(CollectorRecord record, int limit, long now) {
        if (outstanding >= limit) {
            return;
        }
        outstanding++;
        record.probes().sent(now);
        int number = record.probes().number();
        calls.ask(record.id(), timeout(record), result -> finished(record, number, result));
    }

    private void finished(CollectorRecord record, int number, HealthCall.Result result) {
        outstanding--;
        if (record.probes().number() != number) {
            return;
        }
        switch (result) {
            case HealthCall.Result.Silent silent -> failed(record.probes(), silent.why());
            // Neither here nor there; asked again in a while.
            case HealthCall.Result.OurFault fault -> record.probes().answered();
            case HealthCall.Result.Healthy healthy -> answered(record);
            case HealthCall.Result.Refused refused -> answered(record);
        }
    }

    private void failed(ProbeRound round, String why) {
        round.failed(why);
        if (round.allFailed() && link.heardNanos() >= round.begunNanos()) {
            round.confirm();
        }
    }

    private static void answered(CollectorRecord record) {
        if (record.liveness() == Liveness.UNRESPONSIVE) {
            // The verdict is void: a suspect again, with a round of its own.
            record.probes().reset();
            record.probeAnswered();
        } else {
            record.probes().answered();
        }
    }

    /// One interval, so that both have failed soon after the third one, within the bounds.
    private static Duration timeout(CollectorRecord record) {
        var interval = Duration.ofNanos(record.intervalNanos());
        var clamped = CollectorOperation.HEALTH_CHECK.timeout().clamp(interval);
        return clamped.compareTo(LONGEST) > 0 ? LONGEST : clamped;
    }
}
