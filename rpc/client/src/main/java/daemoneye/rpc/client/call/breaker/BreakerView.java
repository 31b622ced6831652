package daemoneye.rpc.client.call.breaker;

import java.time.Duration;
import java.util.Optional;

/// A breaker at one moment, for people.
///
/// @param failures in a row, while it is closed; those that opened it, while it is not
/// @param nextProbeIn until the next call may try, zero if it may now; empty while it is closed.
///     Stands still while our own link is down
/// @param cause the last trouble; empty text if there was none
public record BreakerView(
        BreakerKey key,
        BreakerStanding standing,
        int failures,
        Optional<Duration> nextProbeIn,
        String cause) {}
