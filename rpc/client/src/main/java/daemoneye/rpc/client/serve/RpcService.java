package daemoneye.rpc.client.serve;

import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.SubscriptionKind;

/// Answers requests on topics: checks them, enforces the operation's timeout bounds and the time
/// left, runs at most 10 at a time (and 10 prompt ones besides, see
/// [RequestHandler#isPrompt(CollectorOperation)]), lets up to 64 more wait that only read, refuses
/// the rest with `TOO_MANY_REQUESTS` and `retry_after_ms`, turns a handler's exception into
/// `INTERNAL_ERROR` with a logged stack trace.
public interface RpcService extends AutoCloseable {
    /// Requests at a time, and as many prompt ones (the design's `max_concurrent_requests`).
    int MAX_CONCURRENT = 10;

    /// Requests that may wait for a place, of operations that only read. What changes something is
    /// refused at once instead, so that nothing happens later by surprise.
    int MAX_WAITING = 64;

    /// Answers what arrives on `pattern` from now on.
    ///
    /// @param kind ANSWER or STAND_IN
    /// @return ends it
    Runnable answer(TopicPattern pattern, SubscriptionKind kind, RequestHandler handler);

    /// Ends all; calls in progress are interrupted and answered as cancelled.
    @Override
    void close();
}
