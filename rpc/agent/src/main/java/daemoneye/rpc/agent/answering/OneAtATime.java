package daemoneye.rpc.agent.answering;

import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.RequestHandler;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;

/// Lets one lifecycle operation at a time act on a collector; others are told which one is at it.
final class OneAtATime {
    private static final String NONE = "";

    private final CollectorId id;
    private final AtomicReference<String> current = new AtomicReference<>(NONE);

    OneAtATime(CollectorId id) {
        this.id = id;
    }

    RequestHandler guard(RequestHandler handler) {
        return call -> {
            var mine = call.request().operation().designName();
            var other = current.compareAndExchange(NONE, mine);
            if (!other.equals(NONE)) {
                return Answer.failed(busy(other));
            }
            try {
                return handler.handle(call);
            } finally {
                current.set(NONE);
            }
        };
    }

    /// As [#guard], but once it has begun the work goes on to its end on a thread of its own, and
    /// keeps its turn, whatever becomes of the call. It asks [ServedRequest#commit()] before its
    /// first effect.
    RequestHandler guardToTheEnd(RequestHandler handler) {
        return call -> {
            var mine = call.request().operation().designName();
            var other = current.compareAndExchange(NONE, mine);
            if (!other.equals(NONE)) {
                return Answer.failed(busy(other));
            }
            var work = new FutureTask<>(() -> endsTurn(handler, call));
            Thread.ofVirtual().name(mine + "-" + id).start(work);
            return end(work);
        };
    }

    private Answer endsTurn(RequestHandler handler, ServedRequest call)
            throws InterruptedException {
        try {
            return handler.handle(call);
        } finally {
            current.set(NONE);
        }
    }

    private static Answer end(FutureTask<Answer> work) throws InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the work on a request failed", e.getCause());
        }
    }

    private RpcError busy(String other) {
        return RpcError.notExecuted(
                        ErrorCode.COLLECTOR_BUSY,
                        "%s of %s is in progress: wait for its end".formatted(other, id))
                .with("collector_id", ConfigValue.of(id.text()))
                .with("in_progress", ConfigValue.of(other));
    }
}
