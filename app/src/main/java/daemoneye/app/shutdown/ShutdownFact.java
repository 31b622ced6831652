package daemoneye.app.shutdown;

import java.time.Duration;
import java.util.Optional;

/// What one report on the way says.
public sealed interface ShutdownFact {
    /// A phase has begun.
    record Reached(ShutdownPhase phase) implements ShutdownFact {}

    /// A task of the cleanup is over.
    ///
    /// @param took as the collector says
    record TaskOver(String name, String outcome, Optional<Duration> took) implements ShutdownFact {}

    /// The agent does not wait any longer: it terminates or kills the process.
    record Forcing(String how) implements ShutdownFact {}
}
