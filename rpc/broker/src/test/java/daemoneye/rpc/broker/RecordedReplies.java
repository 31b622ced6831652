package daemoneye.rpc.broker;

import daemoneye.rpc.transport.bus.ExchangeEnd;
import daemoneye.rpc.transport.bus.ReplyListener;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Keeps what becomes of a request.
final class RecordedReplies implements ReplyListener {
    final BlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
    final CompletableFuture<ExchangeEnd> end = new CompletableFuture<>();
    final AtomicInteger ends = new AtomicInteger();

    @Override
    public void onReply(byte[] payload, int responder, int responders, boolean more) {
        var text = new String(payload, StandardCharsets.UTF_8);
        replies.add(new Reply(text, responder, responders, more));
    }

    @Override
    public void onEnd(ExchangeEnd why) {
        ends.incrementAndGet();
        end.complete(why);
    }

    Reply next() throws InterruptedException {
        return Await.next(replies);
    }

    ExchangeEnd awaitEnd() throws Exception {
        return Await.result(end);
    }

    record Reply(String text, int responder, int responders, boolean more) {}
}
