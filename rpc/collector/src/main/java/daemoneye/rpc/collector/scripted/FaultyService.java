package daemoneye.rpc.collector.scripted;

import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.RequestHandler;
import daemoneye.rpc.client.serve.RpcService;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/// A real service whose answers come late, are refusals, or do not come in the caller's time.
final class FaultyService implements RpcService {
    private final RpcService real;
    private final Supplier<Script> script;
    private final Ticker ticker;

    FaultyService(RpcService real, Supplier<Script> script, Ticker ticker) {
        this.real = real;
        this.script = script;
        this.ticker = ticker;
    }

    @Override
    public Runnable answer(TopicPattern pattern, SubscriptionKind kind, RequestHandler handler) {
        return real.answer(pattern, kind, call -> answer(call, handler));
    }

    private Answer answer(ServedRequest call, RequestHandler handler) throws InterruptedException {
        var now = script.get();
        var refusal = now.refusal();
        if (refusal.isPresent()) {
            return Answer.failed(refusal.get());
        }
        if (now.isSilent()) {
            // The service interrupts it when the caller's time is over.
            new CountDownLatch(1).await();
        }
        if (now.delay().isPresent()) {
            await(now.delay().get());
        }
        return handler.handle(call);
    }

    private void await(Duration delay) throws InterruptedException {
        var over = new CountDownLatch(1);
        ticker.after(delay, over::countDown);
        over.await();
    }

    @Override
    public void close() {
        real.close();
    }
}
