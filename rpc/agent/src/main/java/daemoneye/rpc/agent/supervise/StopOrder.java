package daemoneye.rpc.agent.supervise;

import daemoneye.rpc.protocol.id.Incarnation;

import java.time.Duration;
import java.util.Optional;

/// How a collector is to be stopped, see [StopLadder].
///
/// @param graceful for its own cleanup; zero to leave that step out
/// @param grace from terminate to kill; zero to kill at once
/// @param force go on to terminate and kill when the graceful step was not enough
/// @param reason for people
/// @param only act only on this life
public record StopOrder(
        Duration graceful,
        Duration grace,
        boolean force,
        String reason,
        Optional<Incarnation> only) {
    /// For the cleanup of a collector that is stopped; its own estimate in the design is 5 s.
    public static final Duration GRACEFUL = Duration.ofSeconds(10);

    /// From terminate to kill.
    public static final Duration GRACE = Duration.ofSeconds(5);

    /// A kill at once.
    public static StopOrder kill(String reason, Optional<Incarnation> only) {
        return new StopOrder(Duration.ZERO, Duration.ZERO, true, reason, only);
    }

    /// Terminate, then kill; no call.
    public static StopOrder signals(Duration grace, String reason) {
        return new StopOrder(Duration.ZERO, grace, true, reason, Optional.empty());
    }
}
