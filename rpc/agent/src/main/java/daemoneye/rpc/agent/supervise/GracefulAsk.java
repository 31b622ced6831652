package daemoneye.rpc.agent.supervise;

import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// Asks a running collector to clean up and end.
@FunctionalInterface
public interface GracefulAsk {
    /// @param budget for its cleanup
    /// @return what it said, never exceptional; a success means that it is about to end
    CompletableFuture<Answer> ask(
            CollectorId id, Incarnation incarnation, Duration budget, String reason);
}
