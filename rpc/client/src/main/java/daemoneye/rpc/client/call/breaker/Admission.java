package daemoneye.rpc.client.call.breaker;

import java.time.Duration;

/// Whether a call may go.
public sealed interface Admission {
    /// It may; how it ended must be told with this permit.
    ///
    /// @param serial tells it from every other permit; later ones are greater
    record Granted(BreakerKey key, long serial) implements Admission {}

    /// It must not.
    ///
    /// @param cause why the breaker opened
    /// @param nextProbeIn until somebody may try again
    record Refused(BreakerKey key, String cause, Duration nextProbeIn) implements Admission {}

    /// It may, and nobody wants to know how it ends.
    record Unguarded() implements Admission {}
}
