package daemoneye.rpc.agent.answering;

import daemoneye.rpc.agent.supervise.collector.SupervisedCollector;
import daemoneye.rpc.client.serve.RequestHandler;
import daemoneye.rpc.client.serve.RpcService;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import java.util.List;

/// All that an agent answers on the topics of one collector.
public final class CollectorDesk {
    private final List<Runnable> endings;

    private CollectorDesk(List<Runnable> endings) {
        this.endings = endings;
    }

    /// Answers from now on.
    public static CollectorDesk open(
            SupervisedCollector collector, RpcService service, Relay relay) {
        var id = collector.id();
        var turn = new OneAtATime(id);
        var graceful = new GracefulCalls(id, relay);
        var lifecycle = new LifecycleAnswers(collector, relay, graceful, turn).table();
        var shutdown = new ShutdownAnswers(collector, graceful, turn).table();
        var standIn = new StandInAnswers(collector);
        return new CollectorDesk(
                List.of(
                        answer(service, CollectorTopics.lifecycle(id), lifecycle),
                        answer(service, CollectorTopics.shutdown(id), shutdown),
                        standIn(service, CollectorTopics.heartbeat(id), standIn),
                        standIn(service, CollectorTopics.config(id), standIn)));
    }

    /// Answers no more.
    public void close() {
        endings.forEach(Runnable::run);
    }

    private static Runnable answer(RpcService service, Topic topic, RequestHandler handler) {
        return service.answer(TopicPattern.exactly(topic), SubscriptionKind.ANSWER, handler);
    }

    private static Runnable standIn(RpcService service, Topic topic, RequestHandler handler) {
        return service.answer(TopicPattern.exactly(topic), SubscriptionKind.STAND_IN, handler);
    }
}
