package daemoneye.rpc.agent.liveness;

import daemoneye.rpc.protocol.id.CollectorId;

import java.util.concurrent.CompletableFuture;

/// Asks a collector for its health, to learn only whether it answers.
@FunctionalInterface
public interface Probe {
    /// @return whether it answered, whatever it said; never exceptional
    CompletableFuture<Boolean> answers(CollectorId id);
}
