package daemoneye.rpc.agent.liveness;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.message.StateChange;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.time.Ticker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Counts the beats of running collectors, by the monotonic clock of this agent.
///
/// ```
///  beats ─2 intervals without─► probe ─no answer─► probe ─no answer, 3 intervals─► unresponsive
///    ▲                            │ answer           │ answer                          │
///    └──── counted anew ──────────┴──────────────────┘        two beats: back ◄────────┘
/// ```
///
/// Beats are believed by their number: copies and late ones prove nothing, and a gap asks for the
/// full status. Nothing is counted while our own link is down or our own loop is late: then it is
/// us. A process that ends is not our business here; its supervision sees that at once. Safe from
/// any thread.
public final class HeartbeatMonitor {
    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatMonitor.class);
    static final int BEATS_TO_COME_BACK = 2;
    private static final int SUSPECT = 2;
    private static final int UNRESPONSIVE = 3;
    private static final int PROBES = 2;

    /// The least time for a probe: a health check takes 50 ms at most on a good day.
    private static final Duration LEAST_PATIENCE = Duration.ofMillis(500);

    /// After our own link came back: collectors need so long at most to find their way, too.
    static final Duration TO_RECONNECT = Duration.ofSeconds(5);

    private final Ticker ticker;
    private final Executor loop;
    private final Duration interval;
    private final Probe probe;
    private final LivenessListener listener;
    private final Map<CollectorId, Pulse> pulses = new HashMap<>();
    private boolean linked;

    /// @param loop owns all state here
    /// @param interval of a collector that has not said its own yet
    public HeartbeatMonitor(
            Ticker ticker,
            Executor loop,
            Duration interval,
            Probe probe,
            LivenessListener listener) {
        this.ticker = ticker;
        this.loop = loop;
        this.interval = interval;
        this.probe = probe;
        this.listener = listener;
    }

    /// A collector changed its state: those that run are watched.
    public void changed(StateChange change) {
        loop.execute(
                () -> {
                    var info = change.info();
                    switch (info.state()) {
                        case RUNNING, PAUSED ->
                                info.incarnation()
                                        .ifPresent(life -> watch(info.collectorId(), life));
                        case STARTING -> {
                            if (!isWatched(info)) {
                                forget(info.collectorId());
                            }
                        }
                        case UNREGISTERED, STOPPING, STOPPED, FAILED, QUARANTINED, UNKNOWN ->
                                forget(info.collectorId());
                    }
                });
    }

    /// A collector that was found running is to beat from now on, though it is not known to run.
    public void expect(CollectorId id, Incarnation incarnation) {
        loop.execute(() -> watch(id, incarnation));
    }

    /// A beat arrived.
    public void beat(HeartbeatData beat) {
        loop.execute(
                () -> {
                    var pulse = pulses.get(beat.collectorId());
                    if (pulse != null && pulse.incarnation.equals(beat.incarnation())) {
                        heard(pulse, beat);
                    }
                });
    }

    /// Our own link came or went.
    public void linkIs(boolean up) {
        loop.execute(
                () -> {
                    linked = up;
                    pulses.values().forEach(pulse -> excuse(pulse, TO_RECONNECT));
                });
    }

    private void heard(Pulse pulse, HeartbeatData beat) {
        var arrival = pulse.beat(beat.sequence(), Duration.ofMillis(beat.intervalMs()));
        if (arrival.back()) {
            listener.back(pulse.id);
        }
        if (arrival.missing() > 0) {
            askForStatus(pulse, arrival.missing());
        }
    }

    // It beats again, so its answer changes nothing here: it is for people who look for the reason.
    private void askForStatus(Pulse pulse, long missing) {
        var _ =
                probe.answers(pulse.id)
                        .thenAccept(
                                answers ->
                                        LOG.info(
                                                "{} beats of {} were lost; asked for its status it"
                                                        + " {}",
                                                missing,
                                                pulse.id,
                                                answers ? "answers" : "does not answer"));
    }

    private void watch(CollectorId id, Incarnation incarnation) {
        var known = pulses.get(id);
        if (known != null && known.incarnation.equals(incarnation)) {
            return;
        }
        forget(id);
        var pulse = new Pulse(id, incarnation, interval, ticker);
        pulses.put(id, pulse);
        lookAgain(pulse, pulse.until(SUSPECT));
    }

    private void forget(CollectorId id) {
        var known = pulses.remove(id);
        if (known != null) {
            known.end();
        }
    }

    private void lookAgain(Pulse pulse, Duration delay) {
        long due = ticker.nanos() + delay.toNanos();
        pulse.wake(ticker.after(delay, () -> loop.execute(() -> look(pulse, due))));
    }

    private void look(Pulse pulse, long dueNanos) {
        if (!isWatched(pulse)) {
            return;
        }
        boolean late = ticker.since(dueNanos).compareTo(pulse.interval()) > 0;
        if (!linked || late) {
            excuse(pulse, Duration.ZERO);
        }
        if (pulse.until(SUSPECT).isPositive()) {
            lookAgain(pulse, pulse.until(SUSPECT));
        } else if (pulse.isUnresponsive()) {
            lookAgain(pulse, pulse.interval());
        } else if (pulse.probes() < PROBES) {
            probe(pulse, pulse.nextProbe());
        } else {
            decide(pulse);
        }
    }

    private void probe(Pulse pulse, int number) {
        var half = pulse.interval().dividedBy(2);
        lookAgain(pulse, half.compareTo(LEAST_PATIENCE) > 0 ? half : LEAST_PATIENCE);
        var _ =
                probe.answers(pulse.id)
                        .thenAccept(answers -> loop.execute(() -> probed(pulse, number, answers)));
    }

    private void probed(Pulse pulse, int number, boolean answers) {
        if (answers && isWatched(pulse) && pulse.probes() == number) {
            pulse.answered();
        }
    }

    private void excuse(Pulse pulse, Duration allowance) {
        boolean wasTold = pulse.excuse(allowance);
        if (wasTold) {
            listener.unknown(pulse.id);
        }
    }

    private void decide(Pulse pulse) {
        if (pulse.until(UNRESPONSIVE).isPositive()) {
            lookAgain(pulse, pulse.until(UNRESPONSIVE));
            return;
        }
        pulse.fellSilent();
        listener.unresponsive(pulse.id, pulse.silence(), pulse.interval());
        lookAgain(pulse, pulse.interval());
    }

    private boolean isWatched(CollectorInfo info) {
        return Optional.ofNullable(pulses.get(info.collectorId()))
                .map(pulse -> pulse.incarnation)
                .equals(info.incarnation());
    }

    private boolean isWatched(Pulse pulse) {
        return pulses.get(pulse.id) == pulse;
    }
}
