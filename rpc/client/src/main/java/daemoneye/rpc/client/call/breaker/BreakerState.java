package daemoneye.rpc.client.call.breaker;

import daemoneye.rpc.client.call.breaker.Admission.Granted;

import java.time.Duration;
import java.util.Optional;

/// What one breaker knows; immutable, one record for each standing.
///
/// ```
///            5 failures in a row            60 s, then the next call is the probe
///   Closed ──────────────────────► Open ──────────────────────────► HalfOpen
///     ▲  ▲                          ▲ │                                │ │
///     │  └── the probe, if it gets ─┼─┘     no answer within 10 s ─────┘ │
///     │      its answer after all   └────── or trouble ──────────────────┤
///     └──────────────────────────────────── an answer ───────────────────┘
/// ```
///
/// Every call has a serial number. What began before a breaker took its standing says nothing
/// about it: neither a flood of late failures nor a late refusal can move it.
sealed interface BreakerState permits ClosedBreaker, OpenBreaker, HalfOpenBreaker {
    /// What follows, and whether the call may go.
    record Step(BreakerState next, Admission admission) {}

    /// A call wants to go.
    ///
    /// @param now nanoseconds for which our link has been up
    Step admit(Granted permit, long now);

    /// A call that was let go has ended.
    ///
    /// @param cause of the trouble, for people
    /// @param serial of this moment: later calls have greater ones
    BreakerState ended(Granted permit, Verdict verdict, String cause, long now, long serial);

    BreakerStanding standing();

    int failures();

    String cause();

    Optional<Duration> nextProbeIn(long now);

    /// Nothing is negative.
    static Duration until(long due, long now) {
        return Duration.ofNanos(Math.max(0, due - now));
    }
}
