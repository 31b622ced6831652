package daemoneye.rpc.agent.fake;

import daemoneye.rpc.agent.supervise.recover.Rescue;
import daemoneye.rpc.agent.supervise.stop.StopOrder;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Remembers what a recovery asked; nobody answers, unless told otherwise.
public final class FakeRescue implements Rescue {
    public final List<String> asked = new ArrayList<>();
    public CompletableFuture<Boolean> health = CompletableFuture.completedFuture(false);
    public CompletableFuture<Answer> end = new CompletableFuture<>();

    @Override
    public CompletableFuture<Boolean> answers(CollectorId id) {
        asked.add("probe");
        return health;
    }

    @Override
    public CompletableFuture<Answer> askToEnd(
            CollectorId id, Incarnation incarnation, StopOrder order) {
        asked.add("graceful " + incarnation);
        return end;
    }
}
