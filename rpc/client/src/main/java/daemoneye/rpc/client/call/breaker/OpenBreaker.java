package daemoneye.rpc.client.call.breaker;

import daemoneye.rpc.client.call.breaker.Admission.Granted;
import daemoneye.rpc.client.call.breaker.Admission.Refused;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// No call goes until `due`; the next one then is the probe.
///
/// @param due nanoseconds of link time
/// @param failures that opened it
/// @param cause of the last one
/// @param lateProbe serial of a probe that is still under way although its time is over
record OpenBreaker(long due, int failures, String cause, OptionalLong lateProbe)
        implements BreakerState {
    @Override
    public Step admit(Granted permit, long now) {
        return now >= due
                ? new Step(new HalfOpenBreaker(permit.serial(), now, failures, cause), permit)
                : new Step(this, new Refused(permit.key(), cause, BreakerState.until(due, now)));
    }

    @Override
    public BreakerState ended(
            Granted permit, Verdict verdict, String newCause, long now, long serial) {
        boolean late = lateProbe.isPresent() && lateProbe.getAsLong() == permit.serial();
        return late && verdict == Verdict.ANSWERED ? new ClosedBreaker(serial, 0, "") : this;
    }

    @Override
    public BreakerStanding standing() {
        return BreakerStanding.OPEN;
    }

    @Override
    public Optional<Duration> nextProbeIn(long now) {
        return Optional.of(BreakerState.until(due, now));
    }
}
