package daemoneye.rpc.client.call.breaker;

import java.time.Duration;
import java.util.Optional;

/// A breaker went from one standing to another.
///
/// @param cause one sentence
/// @param nextProbeIn present while calls are refused
public record BreakerChange(
        BreakerKey key,
        BreakerStanding from,
        BreakerStanding to,
        String cause,
        Optional<Duration> nextProbeIn) {}
