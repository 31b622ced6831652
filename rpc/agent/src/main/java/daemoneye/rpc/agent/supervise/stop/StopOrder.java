package daemoneye.rpc.agent.supervise.stop;

import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.payload.ShutdownType;

import java.time.Duration;
import java.util.Optional;

/// How a collector is to be stopped, see [StopLadder].
///
/// @param type of the graceful step
/// @param graceful for its own cleanup; zero to leave that step out
/// @param grace from terminate to kill; zero to kill at once
/// @param force go on to terminate and kill when the graceful step was not enough
/// @param reason for people
/// @param only act only on this life
public record StopOrder(
        ShutdownType type,
        Duration graceful,
        Duration grace,
        boolean force,
        String reason,
        Optional<Incarnation> only) {
    /// For the cleanup of a collector that is stopped; its own estimate in the design is 5 s.
    public static final Duration GRACEFUL = Duration.ofSeconds(10);

    /// For the end of one whose agent is gone: it is promised within 5 s.
    public static final Duration ALONE = Duration.ofSeconds(6);

    /// From terminate to kill.
    public static final Duration GRACE = Duration.ofSeconds(5);

    /// All steps, with this much time for the first.
    public static StopOrder gentle(Duration graceful, String reason, Optional<Incarnation> only) {
        return new StopOrder(ShutdownType.GRACEFUL, graceful, GRACE, true, reason, only);
    }

    /// A kill at once.
    static StopOrder kill(String reason) {
        return signals(Duration.ZERO, reason);
    }

    /// Terminate, then kill; no call.
    static StopOrder signals(Duration grace, String reason) {
        return new StopOrder(
                ShutdownType.EMERGENCY, Duration.ZERO, grace, true, reason, Optional.empty());
    }
}
