package daemoneye.rpc.protocol.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One part of a collector, e.g. `process_enumeration`, and how it does.
///
/// @param message for people, e.g. "Enumerating 1,234 processes"
/// @param lastCheck when the collector last looked, by its own clock
/// @param checkIntervalSeconds how often it looks
public record ComponentHealth(
        String name,
        HealthStatus status,
        Optional<String> message,
        Instant lastCheck,
        long checkIntervalSeconds) {
    /// The status that may be believed at `now` (the collector's clock): unknown once the last
    /// check is older than twice its interval.
    public HealthStatus believedAt(Instant now) {
        var allowed = Duration.ofSeconds(2 * checkIntervalSeconds);
        return lastCheck.plus(allowed).isBefore(now) ? HealthStatus.UNKNOWN : status;
    }
}
