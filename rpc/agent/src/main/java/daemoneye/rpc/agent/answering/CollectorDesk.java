package daemoneye.rpc.agent.answering;

import static daemoneye.rpc.protocol.operation.CollectorOperation.GET_CONFIG;
import static daemoneye.rpc.protocol.operation.CollectorOperation.UPDATE_CONFIG;

import daemoneye.rpc.agent.configuration.CollectorConfig;
import daemoneye.rpc.agent.configuration.ConfigDesk;
import daemoneye.rpc.agent.configuration.StartChange;
import daemoneye.rpc.agent.supervise.collector.SupervisedCollector;
import daemoneye.rpc.client.serve.OperationTable;
import daemoneye.rpc.client.serve.RequestHandler;
import daemoneye.rpc.client.serve.RpcService;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
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
            SupervisedCollector collector,
            RpcService service,
            Relay relay,
            CollectorConfig config,
            String agentId) {
        var id = collector.id();
        var turn = new OneAtATime(id);
        var graceful = new GracefulCalls(id, relay);
        var settings = new StartChange(config, agentId);
        var lifecycle = new LifecycleAnswers(collector, relay, graceful, turn, settings).table();
        var shutdown = new ShutdownAnswers(collector, graceful, turn).table();
        var desk =
                new ConfigDesk(
                        config,
                        agentId,
                        call ->
                                new Steering(
                                        collector,
                                        relay,
                                        graceful,
                                        call,
                                        CollectorLifecycleRequest.of(id)));
        var standIn = new StandInAnswers(collector);
        return new CollectorDesk(
                List.of(
                        answer(service, CollectorTopics.lifecycle(id), lifecycle),
                        answer(service, CollectorTopics.shutdown(id), shutdown),
                        standIn(service, CollectorTopics.heartbeat(id), standIn),
                        answer(service, CollectorTopics.config(id), configuration(desk, turn))));
    }

    /// Answers no more.
    public void close() {
        endings.forEach(Runnable::run);
    }

    private static OperationTable configuration(ConfigDesk desk, OneAtATime turn) {
        var updates = turn.guardToTheEnd(desk::update);
        return OperationTable.empty()
                .withPrompt(GET_CONFIG, desk::get)
                .with(
                        UPDATE_CONFIG,
                        call ->
                                ConfigDesk.onlyValidates(call)
                                        ? desk.update(call)
                                        : updates.handle(call));
    }

    private static Runnable answer(RpcService service, Topic topic, RequestHandler handler) {
        return service.answer(TopicPattern.exactly(topic), SubscriptionKind.ANSWER, handler);
    }

    private static Runnable standIn(RpcService service, Topic topic, RequestHandler handler) {
        return service.answer(TopicPattern.exactly(topic), SubscriptionKind.STAND_IN, handler);
    }
}
