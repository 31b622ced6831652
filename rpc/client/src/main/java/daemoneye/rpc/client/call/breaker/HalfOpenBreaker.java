package daemoneye.rpc.client.call.breaker;

import daemoneye.rpc.client.call.breaker.Admission.Granted;
import daemoneye.rpc.client.call.breaker.Admission.Refused;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// One call is under way to find out; no other goes.
///
/// @param probe its serial
/// @param began nanoseconds of link time
/// @param failures that had opened the breaker
/// @param cause of the last one
record HalfOpenBreaker(long probe, long began, int failures, String cause) implements BreakerState {
    @Override
    public Step admit(Granted permit, long now) {
        return new Step(this, new Refused(permit.key(), cause, BreakerState.until(due(), now)));
    }

    @Override
    public BreakerState ended(
            Granted permit, Verdict verdict, String newCause, long now, long serial) {
        if (permit.serial() != probe) {
            return this;
        }
        return switch (verdict) {
            case ANSWERED -> new ClosedBreaker(serial, 0, "");
            case TROUBLE -> openFor(Breakers.OPEN_FOR, newCause, now, OptionalLong.empty());
            // Nothing was learnt, so the next call is the probe.
            case NOTHING -> openFor(Duration.ZERO, cause, now, OptionalLong.empty());
        };
    }

    /// The probe has not been answered in its time. Its call goes on.
    OpenBreaker overdue(long now) {
        var sentence =
                "the probe got no answer within %d s".formatted(Breakers.PROBE_TIME.toSeconds());
        return openFor(Breakers.OPEN_FOR, sentence, now, OptionalLong.of(probe));
    }

    /// When its time is over.
    long due() {
        return began + Breakers.PROBE_TIME.toNanos();
    }

    @Override
    public BreakerStanding standing() {
        return BreakerStanding.HALF_OPEN;
    }

    @Override
    public Optional<Duration> nextProbeIn(long now) {
        return Optional.of(BreakerState.until(due(), now));
    }

    private OpenBreaker openFor(Duration time, String why, long now, OptionalLong lateProbe) {
        return new OpenBreaker(now + time.toNanos(), failures, why, lateProbe);
    }
}
