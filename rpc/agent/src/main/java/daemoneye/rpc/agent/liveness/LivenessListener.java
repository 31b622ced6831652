package daemoneye.rpc.agent.liveness;

import daemoneye.rpc.protocol.id.CollectorId;

import java.time.Duration;

/// Told when a running collector falls silent, and when it is back. Called on the agent's loop.
public interface LivenessListener {
    /// It does not beat, and both health probes failed.
    ///
    /// @param silence since its last beat
    void unresponsive(CollectorId id, Duration silence);

    /// It beats again.
    void back(CollectorId id);
}
