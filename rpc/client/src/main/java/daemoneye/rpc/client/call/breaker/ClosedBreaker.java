package daemoneye.rpc.client.call.breaker;

import daemoneye.rpc.client.call.breaker.Admission.Granted;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// Calls go; failures in a row are counted.
///
/// @param since serial; what began earlier does not count
/// @param cause of the last failure; empty text if the last one went well
record ClosedBreaker(long since, int failures, String cause) implements BreakerState {
    /// As every breaker begins.
    static final ClosedBreaker FIRST = new ClosedBreaker(0, 0, "");

    @Override
    public Step admit(Granted permit, long now) {
        return new Step(this, permit);
    }

    @Override
    public BreakerState ended(
            Granted permit, Verdict verdict, String newCause, long now, long serial) {
        if (permit.serial() <= since) {
            return this;
        }
        return switch (verdict) {
            case NOTHING -> this;
            case ANSWERED -> new ClosedBreaker(since, 0, "");
            case TROUBLE -> oneMore(newCause, now);
        };
    }

    private BreakerState oneMore(String newCause, long now) {
        int inARow = failures + 1;
        return inARow < Breakers.OPENS_AFTER
                ? new ClosedBreaker(since, inARow, newCause)
                : new OpenBreaker(
                        now + Breakers.OPEN_FOR.toNanos(), inARow, newCause, OptionalLong.empty());
    }

    @Override
    public BreakerStanding standing() {
        return BreakerStanding.CLOSED;
    }

    @Override
    public Optional<Duration> nextProbeIn(long now) {
        return Optional.empty();
    }
}
