package daemoneye.rpc.agent.fake;

import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.RequestHandler;
import daemoneye.rpc.client.serve.RpcService;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// Handlers by topic, called on a virtual thread as the real service does.
public final class FakeService implements RpcService {
    private final Map<String, RequestHandler> answering = new ConcurrentHashMap<>();
    private final Map<String, RequestHandler> standingIn = new ConcurrentHashMap<>();

    @Override
    public Runnable answer(TopicPattern pattern, SubscriptionKind kind, RequestHandler handler) {
        var handlers = kind == SubscriptionKind.ANSWER ? answering : standingIn;
        handlers.put(pattern.text(), handler);
        return () -> handlers.remove(pattern.text());
    }

    /// Calls whoever answers the topic, or who stands in.
    public CompletableFuture<Answer> call(Topic topic, FakeCall call) {
        var handler =
                Optional.ofNullable(answering.get(topic.text()))
                        .orElseGet(() -> standingIn.get(topic.text()));
        var answer = new CompletableFuture<Answer>();
        Thread.ofVirtual().start(() -> complete(answer, handler, call));
        return answer;
    }

    public int topics() {
        return answering.size() + standingIn.size();
    }

    private static void complete(
            CompletableFuture<Answer> answer, RequestHandler handler, FakeCall call) {
        try {
            answer.complete(handler.handle(call));
        } catch (InterruptedException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        answering.clear();
        standingIn.clear();
    }
}
