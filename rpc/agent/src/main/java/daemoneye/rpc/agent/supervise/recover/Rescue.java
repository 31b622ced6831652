package daemoneye.rpc.agent.supervise.recover;

import daemoneye.rpc.agent.supervise.stop.StopOrder;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;

import java.util.concurrent.CompletableFuture;

/// The calls that a recovery makes. Safe from any thread; the futures are never exceptional.
public interface Rescue {
    /// Asks for its health, to learn only whether it answers.
    ///
    /// @return true if it answered, whatever it said, and also if we could not ask: then it is us
    CompletableFuture<Boolean> answers(CollectorId id);

    /// Asks it to clean up and end.
    ///
    /// @return what it said; a success means that it is about to end
    CompletableFuture<Answer> askToEnd(CollectorId id, Incarnation incarnation, StopOrder order);
}
