package daemoneye.rpc.agent.liveness;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;

/// The beats of one life of a collector. Confined to the loop.
final class Pulse {
    final CollectorId id;
    final Incarnation incarnation;
    private final Ticker ticker;
    private Duration interval;
    private long lastNanos;
    private long sequence;
    private boolean counted;
    private int goodBeats;
    private int probes;
    private boolean unresponsive;
    private Ticker.Alarm alarm = () -> {};

    Pulse(CollectorId id, Incarnation incarnation, Duration interval, Ticker ticker) {
        this.id = id;
        this.incarnation = incarnation;
        this.interval = interval;
        this.ticker = ticker;
        this.lastNanos = ticker.nanos();
    }

    /// What a beat turned out to be.
    ///
    /// @param back whether it ends a silence that people were told of
    /// @param missing how many before it were sent and never heard, for no reason of ours
    record Arrival(boolean back, long missing) {
        private static final Arrival REPEATED = new Arrival(false, 0);
    }

    /// A beat came. One whose number is not greater than the last proves nothing: it is a copy, or
    /// was overtaken.
    Arrival beat(long newSequence, Duration newInterval) {
        if (newSequence <= sequence) {
            return Arrival.REPEATED;
        }
        long missing = counted ? newSequence - sequence - 1 : 0;
        sequence = newSequence;
        counted = true;
        return new Arrival(heard(newInterval), missing);
    }

    private boolean heard(Duration newInterval) {
        boolean inTime = silence().compareTo(interval.multipliedBy(3).dividedBy(2)) <= 0;
        interval = newInterval;
        lastNanos = ticker.nanos();
        probes = 0;
        goodBeats = inTime ? goodBeats + 1 : 1;
        boolean back = unresponsive && goodBeats >= HeartbeatMonitor.BEATS_TO_COME_BACK;
        unresponsive = unresponsive && !back;
        return back;
    }

    /// Nothing that happened before now counts: we could not have heard it.
    ///
    /// @param allowance before its silence counts again
    /// @return whether people were told of a silence, which nobody can be sure of now
    boolean excuse(Duration allowance) {
        boolean wasTold = unresponsive;
        unresponsive = false;
        counted = false;
        lastNanos = ticker.nanos() + allowance.toNanos();
        probes = 0;
        return wasTold;
    }

    /// It does not beat, but it answers a probe: its silence counts anew.
    void answered() {
        lastNanos = ticker.nanos();
        probes = 0;
    }

    Duration silence() {
        return ticker.since(lastNanos);
    }

    /// Time until so many intervals have passed since the last beat; negative when they have.
    Duration until(int intervals) {
        return interval.multipliedBy(intervals).minus(silence());
    }

    Duration interval() {
        return interval;
    }

    int nextProbe() {
        return ++probes;
    }

    int probes() {
        return probes;
    }

    boolean isUnresponsive() {
        return unresponsive;
    }

    void fellSilent() {
        unresponsive = true;
        goodBeats = 0;
    }

    void wake(Ticker.Alarm newAlarm) {
        alarm.cancel();
        alarm = newAlarm;
    }

    void end() {
        alarm.cancel();
    }
}
