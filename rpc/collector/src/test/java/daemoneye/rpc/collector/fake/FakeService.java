package daemoneye.rpc.collector.fake;

import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.RequestHandler;
import daemoneye.rpc.client.serve.RpcService;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.client.serve.Step;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Hands a test's requests to the handlers, on the calling thread.
public final class FakeService implements RpcService {
    private final Map<TopicPattern, RequestHandler> handlers = new LinkedHashMap<>();
    private final List<Step> told = new ArrayList<>();
    private boolean closed;

    /// Steps that were reported, all requests together.
    public List<String> steps() {
        return told.stream().map(Step::text).toList();
    }

    /// The same with what programs read.
    public List<Step> told() {
        return List.copyOf(told);
    }

    public boolean isClosed() {
        return closed;
    }

    public Answer ask(Topic topic, CollectorOperation operation, RpcPayload payload)
            throws InterruptedException {
        var request =
                RpcRequest.of(
                        "test",
                        topic,
                        operation,
                        payload,
                        operation.timeout().standard(),
                        Instant.EPOCH);
        return handlers.get(TopicPattern.exactly(topic)).handle(new Asked(request));
    }

    @Override
    public Runnable answer(TopicPattern pattern, SubscriptionKind kind, RequestHandler handler) {
        handlers.put(pattern, handler);
        return () -> handlers.remove(pattern);
    }

    @Override
    public void close() {
        closed = true;
    }

    private final class Asked implements ServedRequest {
        private final RpcRequest request;

        Asked(RpcRequest request) {
            this.request = request;
        }

        @Override
        public RpcRequest request() {
            return request;
        }

        @Override
        public CorrelationMetadata correlation() {
            return CorrelationMetadata.none();
        }

        @Override
        public String sender() {
            return "test#1";
        }

        @Override
        public Duration remaining() {
            return Duration.ofMillis(request.timeoutMs());
        }

        @Override
        public void progress(Step step) {
            told.add(step);
        }

        @Override
        public boolean commit() {
            return true;
        }
    }
}
