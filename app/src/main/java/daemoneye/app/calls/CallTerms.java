package daemoneye.app.calls;

import daemoneye.rpc.protocol.id.Incarnation;

import java.time.Duration;
import java.util.Optional;

/// What a person added to an action.
///
/// @param reason in the person's own words; goes into the request
/// @param life the process that the person saw: a successor is never hit
/// @param how for shutdowns
/// @param time for the cleanup of a shutdown
/// @param force for shutdowns: end the process when that time is over
public record CallTerms(
        Optional<String> reason,
        Optional<Incarnation> life,
        ShutdownHow how,
        Duration time,
        boolean force) {
    /// The design's time for a graceful shutdown.
    public static final Duration USUAL_TIME = Duration.ofSeconds(60);

    /// Nothing but the action itself.
    public static CallTerms plain() {
        return of(Optional.empty(), Optional.empty());
    }

    /// For everything but shutdowns.
    public static CallTerms of(Optional<String> reason, Optional<Incarnation> life) {
        return new CallTerms(reason, life, ShutdownHow.GRACEFUL, USUAL_TIME, true);
    }

    /// The same for another process.
    public CallTerms on(Optional<Incarnation> otherLife) {
        return new CallTerms(reason, otherLife, how, time, force);
    }
}
