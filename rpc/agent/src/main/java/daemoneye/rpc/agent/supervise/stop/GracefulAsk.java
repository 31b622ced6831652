package daemoneye.rpc.agent.supervise.stop;

import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.id.Incarnation;

import java.util.concurrent.CompletableFuture;

/// Asks a running collector to clean up and end.
@FunctionalInterface
public interface GracefulAsk {
    /// @param order with the time for its cleanup and the reason
    /// @return what it said, never exceptional; a success means that it is about to end
    CompletableFuture<Answer> ask(Incarnation incarnation, StopOrder order);
}
