package daemoneye.rpc.client.call;

import daemoneye.rpc.client.call.ReplyReader.Reply;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.bus.ExchangeEnd;
import daemoneye.rpc.transport.bus.ReplyListener;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A call to one responder on its way. The first end wins; whatever comes later is ignored.
final class PendingCall implements ReplyListener {
    private static final Logger log = LoggerFactory.getLogger(PendingCall.class);
    private final RpcRequest request;
    private final ReplyReader reader;
    private final Consumer<RpcResponse> onProgress;
    private final Ticker ticker;
    private final long startedNanos;
    private final CompletableFuture<CallOutcome> outcome = new CompletableFuture<>();

    PendingCall(
            RpcRequest request,
            ReplyReader reader,
            Consumer<RpcResponse> onProgress,
            Ticker ticker) {
        this.request = request;
        this.reader = reader;
        this.onProgress = onProgress;
        this.ticker = ticker;
        this.startedNanos = ticker.nanos();
    }

    CompletableFuture<CallOutcome> outcome() {
        return outcome;
    }

    @Override
    public void onReply(byte[] payload, int responder, int responders, boolean more) {
        if (outcome.isDone()) {
            return;
        }
        switch (reader.read(payload, request.requestId())) {
            case Reply.Ours(var response) when response.status().isFinal() ->
                    outcome.complete(judged(response, request, took()));
            case Reply.Ours(var progress) -> report(progress);
            case Reply.Garbled(var why) when !more ->
                    outcome.complete(CallFailures.unreadable(request, why, took()));
            case Reply.Garbled _, Reply.Foreign _ -> {}
        }
    }

    @Override
    public void onEnd(ExchangeEnd end) {
        outcome.complete(CallFailures.ended(end, request, took()));
    }

    void unsendable(String why) {
        outcome.complete(CallFailures.unsendable(request, why, took()));
    }

    static CallOutcome judged(RpcResponse response, RpcRequest request, Duration took) {
        return response.status() == RpcStatus.SUCCESS
                ? new CallOutcome.Done(response, took)
                : CallFailures.answered(response, request, took);
    }

    /// A loop top: the wire must outlive a faulty listener.
    private void report(RpcResponse progress) {
        try {
            onProgress.accept(progress);
        } catch (RuntimeException fault) {
            log.error("The progress listener of {} failed.", request.requestId(), fault);
        }
    }

    private Duration took() {
        return ticker.since(startedNanos);
    }
}
