package daemoneye.rpc.agent.supervise;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;

import java.io.IOException;

/// Numbers the lives of collectors.
public interface IncarnationSource {
    /// Greater than every one before, also after restarts of the agent and jumps of the clock.
    ///
    /// @throws IOException with a sentence for people, if it cannot be remembered
    Incarnation next(CollectorId id) throws IOException;

    /// A life that somebody else numbered; later ones will be greater.
    void seen(CollectorId id, Incarnation incarnation);
}
