package daemoneye.rpc.client.call;

import daemoneye.rpc.client.call.ReplyReader.Reply;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.bus.ExchangeEnd;
import daemoneye.rpc.transport.bus.ReplyListener;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/// A call to every responder on its way. Complete when each has given its final reply, or at the
/// end of the exchange; then those that are missing are failures of their own, so that a partial
/// result never looks whole.
final class PendingSurvey implements ReplyListener {
    private final RpcRequest request;
    private final ReplyReader reader;
    private final Ticker ticker;
    private final long startedNanos;
    private final SortedMap<Integer, CallOutcome> finals = new TreeMap<>();
    private final CompletableFuture<List<CallOutcome>> outcomes = new CompletableFuture<>();
    private int asked;

    PendingSurvey(RpcRequest request, ReplyReader reader, Ticker ticker) {
        this.request = request;
        this.reader = reader;
        this.ticker = ticker;
        this.startedNanos = ticker.nanos();
    }

    CompletableFuture<List<CallOutcome>> outcomes() {
        return outcomes;
    }

    @Override
    public void onReply(byte[] payload, int responder, int responders, boolean more) {
        var reply = reader.read(payload, request.requestId());
        if (!outcomes.isDone()) {
            taken(reply, responder, responders, more).ifPresent(outcomes::complete);
        }
    }

    @Override
    public void onEnd(ExchangeEnd end) {
        outcomes.complete(end == ExchangeEnd.NO_RESPONDER ? List.of() : withMissing(end));
    }

    void unsendable(String why) {
        outcomes.complete(List.of(CallFailures.unsendable(request, why, took())));
    }

    /// All outcomes, if this reply was the last one missing.
    private synchronized Optional<List<CallOutcome>> taken(
            Reply reply, int responder, int responders, boolean more) {
        asked = Math.max(asked, responders);
        switch (reply) {
            case Reply.Ours(var response) when response.status().isFinal() ->
                    finals.putIfAbsent(responder, PendingCall.judged(response, request, took()));
            case Reply.Garbled(var why) when !more ->
                    finals.putIfAbsent(responder, CallFailures.unreadable(request, why, took()));
            case Reply.Ours _, Reply.Garbled _, Reply.Foreign _ -> {}
        }
        return finals.size() >= asked
                ? Optional.of(List.copyOf(finals.values()))
                : Optional.empty();
    }

    /// If nobody has answered at all, how many were asked is not known: one failure stands for all.
    private synchronized List<CallOutcome> withMissing(ExchangeEnd end) {
        var all = new ArrayList<>(finals.values());
        for (int missing = Math.max(asked, 1); missing > finals.size(); missing--) {
            all.add(CallFailures.ended(end, request, took()));
        }
        return List.copyOf(all);
    }

    private Duration took() {
        return ticker.since(startedNanos);
    }
}
