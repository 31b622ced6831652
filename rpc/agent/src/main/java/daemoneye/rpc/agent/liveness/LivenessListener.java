package daemoneye.rpc.agent.liveness;

import daemoneye.rpc.protocol.id.CollectorId;

import java.time.Duration;

/// Told when a running collector falls silent, and when that is over. Called on the agent's loop.
public interface LivenessListener {
    /// It does not beat, and both health probes failed.
    ///
    /// @param silence since its last beat
    /// @param interval between its beats
    void unresponsive(CollectorId id, Duration silence, Duration interval);

    /// It beats again.
    void back(CollectorId id);

    /// It was silent, but now nobody can know: our own link is down, or our own loop was late. Its
    /// silence is counted anew.
    void unknown(CollectorId id);
}
