package daemoneye.rpc.agent.answering;

import daemoneye.rpc.client.serve.Answer;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Waits for the end of an operation, on the virtual thread of its request.
final class Waiting {
    private Waiting() {}

    /// @throws InterruptedException when the time of the call is over; the operation goes on
    static Answer of(CompletableFuture<Answer> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("operations end with an answer, never like this", e);
        }
    }
}
